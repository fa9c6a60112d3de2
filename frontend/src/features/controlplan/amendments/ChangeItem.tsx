import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { colleaguesQuery } from '@/api/queries'
import { IconButton } from '@/components/Button'
import { Difference } from '@/components/Difference'
import { Pill } from '@/components/Note'
import { amendments as t } from '@/lib/messages/controls'
import type { Amendment, ControlChange, ControlPlan } from '../api'
import { beforeOf, type FieldChange, fieldChanges, nameOf } from './changes'

/** One control that an amendment adds, changes or removes, with what differs before and after. */
export function ChangeItem({
  plan,
  amendment,
  change,
  onEdit,
  onUndo,
}: {
  plan: ControlPlan
  amendment: Amendment
  change: ControlChange
  onEdit?: () => void
  onUndo?: () => void
}) {
  const { data: people } = useSuspenseQuery(colleaguesQuery)
  const name = nameOf(plan, amendment, change)
  const kinds = amendment.state === 'adopted' ? t.kindsDone : t.kinds
  return (
    <li className="stack tight">
      <div className="row far">
        <h3>
          {name} <Pill {...(change.kind === 'remove' && { tone: 'bad' as const })}>{kinds[change.kind]}</Pill>
        </h3>
        <span className="row tight">
          {onEdit && change.kind !== 'remove' && <IconButton label={t.edit(name)} icon="pencil" onPress={onEdit} />}
          {onUndo && <IconButton label={t.undo(name)} icon="close" onPress={onUndo} />}
        </span>
      </div>
      {change.kind === 'change' && (
        <Changed name={name} changes={fieldChanges(plan, beforeOf(plan, amendment, change), change.content, people)} />
      )}
      {change.kind === 'add' && <Added changes={fieldChanges(plan, null, change.content, people)} />}
    </li>
  )
}

function Changed({ name, changes }: { name: string; changes: readonly FieldChange[] }) {
  if (changes.length === 0) return <p className="sub">{t.same}</p>
  return (
    <div className="tbl">
      <table>
        <caption className="vh">{t.caption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, label, before, after }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="written">{before || t.nothing}</td>
              <td>
                {before === '' ? <span className="written">{after}</span> : <After before={before} after={after} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const long = 60

/** A long text shows what differs in it, a short one only what it became. */
function After({ before, after }: { before: string; after: string }) {
  if (before.length < long) return <span className="written">{after || t.nothing}</span>
  return <Difference before={before} after={after} />
}

function Added({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl className="kv long">
      {changes
        .filter(({ id }) => id !== 'title')
        .map(({ id, label, after }) => (
          <Fragment key={id}>
            <dt>{label}</dt>
            <dd className="written">{after}</dd>
          </Fragment>
        ))}
    </dl>
  )
}
