import { Link } from '@tanstack/react-router'
import { Button, IconButton, LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { type CheckStanding, checkMarks, CheckOutcomeMark } from '@/components/marks'
import { Pill } from '@/components/Note'
import { today } from '@/lib/dates'
import { risks } from '@/lib/messages/controlplan'
import { controls as t, planHead } from '@/lib/messages/controls'
import { values } from '@/lib/messages/values'
import type { Control, ControlPlan } from '../api'
import { earlierWords, risksOf } from './words'
import { areasOf, columnsOf, countsOf, type Mark, marksIn, marksOf, type MonthColumn, performed } from './marks'
import { monthWord } from './months'
import { MarkLink } from './MarkLink'

interface Doing {
  plan: ControlPlan
  onEdit: (control: Control) => void
  onRemove: (control: Control) => void
}

/** The controls by area, each with its year's checks as a strip of months. */
export function ControlsPanel({ onAdd, ...doing }: Doing & { onAdd: () => void }) {
  const { plan } = doing
  const mayEdit = plan.may.includes('edit')
  return (
    <section className="panel" aria-labelledby="controls">
      <div className="in head">
        <h2 id="controls">{t.title}</h2>
        {plan.controls.length > 0 && <span className="cap">{countedIn(plan)}</span>}
        {mayEdit && plan.controls.length > 0 && (
          <span className="end">
            <Button look="go" icon="plus" onPress={onAdd}>
              {t.add}
            </Button>
          </span>
        )}
      </div>
      {plan.controls.length === 0 ? (
        <EmptyState
          icon="control"
          title={t.empty}
          actions={
            mayEdit && (
              <>
                <Button look="go" icon="plus" onPress={onAdd}>
                  {t.add}
                </Button>
                <LinkButton to="/internkontroll/$id/inlasning" params={{ id: plan.id }}>
                  {planHead.readIn}
                </LinkButton>
              </>
            )
          }
        >
          {plan.state === 'draft' ? t.emptyHelp : t.emptyAdopted}
        </EmptyState>
      ) : (
        <>
          <Strip {...doing} />
          <Key />
        </>
      )}
    </section>
  )
}

function countedIn(plan: ControlPlan): string {
  const counts = countsOf(plan)
  if (plan.state === 'draft') return t.inDraft(counts.all)
  return t.counted(counts.all, t.counts(performed(counts), counts.not_performed, counts.late, counts.planned))
}

function Strip({ plan, onEdit, onRemove }: Doing) {
  const columns = columnsOf(plan, today())
  const mayEdit = plan.may.includes('edit')
  const width = 4 + columns.length + (mayEdit ? 1 : 0)
  return (
    <div className="tbl">
      <table className="strip">
        <caption className="vh">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.control}</th>
            <th scope="col">{t.risk}</th>
            <th scope="col">{t.function}</th>
            <th scope="col">{t.frequency}</th>
            {columns.map((column) => (
              <MonthHead key={column.month} column={column} year={plan.year} />
            ))}
            {mayEdit && (
              <th scope="col">
                <span className="vh">{t.tools}</span>
              </th>
            )}
          </tr>
        </thead>
        {areasOf(plan.controls).map(({ name, controls }) => (
          <tbody key={name}>
            <tr className="group">
              <th scope="rowgroup" colSpan={width}>
                {name || t.noArea}
              </th>
            </tr>
            {controls.map((control) => (
              <tr key={control.id}>
                <Named plan={plan} control={control} />
                <Months plan={plan} control={control} columns={columns} />
                {mayEdit && (
                  <td className="tools-cell">
                    <IconButton label={t.edit(control.number)} icon="pencil" onPress={() => onEdit(control)} />
                    <IconButton label={t.remove(control.number)} icon="close" onPress={() => onRemove(control)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function MonthHead({ column, year }: { column: MonthColumn; year: number }) {
  const word = monthWord(column.month, year)
  return (
    <th scope="col" className={column.isNow ? 'm today' : 'm'}>
      <span aria-hidden="true">{word.charAt(0).toUpperCase()}</span>
      <span className="vh">
        {word}
        {column.isNow && t.now}
      </span>
    </th>
  )
}

function Named({ plan, control }: { plan: ControlPlan; control: Control }) {
  const { id, number, content, removed, earlier } = control
  return (
    <>
      <th scope="row">
        <Link
          className="link"
          to="/internkontroll/$id/kontroller"
          params={{ id: plan.id }}
          search={{ kontroll: id }}
          resetScroll={false}
        >
          <b>{t.number(number)}</b> {content.title}
        </Link>{' '}
        {removed && <Pill>{t.removedByAmendment}</Pill>}
        {earlier && <span className="cap blk">{earlierWords(earlier)}</span>}
      </th>
      <td>
        {risksOf(plan, content).map((risk, place) => (
          <span key={risk.id} title={risk.content.title}>
            {place > 0 && ', '}
            {risks.number(risk.number)}
          </span>
        ))}
      </td>
      <td>{content.function}</td>
      <td>{values.frequency[content.frequency]}</td>
    </>
  )
}

function Months({ plan, control, columns }: { plan: ControlPlan; control: Control; columns: readonly MonthColumn[] }) {
  const marks = marksOf(plan, control)
  return columns.map((column) => (
    <td key={column.month} className={column.isNow ? 'm today' : 'm'}>
      {marksIn(marks, column).map((mark) => (
        <MarkLink key={mark.id ?? mark.periodEnd} mark={mark} label={labelOf(plan, control, mark)} />
      ))}
    </td>
  ))
}

function labelOf(plan: ControlPlan, { number }: Control, { periodEnd, standing }: Mark): string {
  return t.mark(t.number(number), monthWord(periodEnd.slice(0, 7), plan.year), checkMarks[standing].word)
}

const standings = Object.keys(checkMarks) as CheckStanding[]

function Key() {
  return (
    <ul className="key in" aria-label={t.key}>
      {standings.map((standing) => (
        <li key={standing}>
          <CheckOutcomeMark standing={standing} />
        </li>
      ))}
    </ul>
  )
}
