import { useRef } from 'react'
import { Button, IconButton } from '@/components/Button'
import { Checkbox } from '@/components/Choices'
import { Select } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { editor as t } from '@/lib/messages/audit'
import type { Committee } from '../api'
import {
  changedCommittee,
  committeeLike,
  isLinkedTwice,
  relinked,
  withAddressee,
  withoutAddressee,
  withoutCommittee,
} from '../draft/committees'
import type { DraftCommittee } from '../draft/draft'
import { places } from '../draft/places'
import type { Editing } from './context'
import { RemarksAt } from './Remarks'
import { WhereFound } from './WhereFound'

const asNew = 'new'

/** One committee: which of the organization's it is, whether it is audited, and whether it is asked to respond. */
export function CommitteeRow({
  committee,
  place,
  organization,
  mayAdd,
  draft,
  change,
}: Editing & { committee: DraftCommittee; place: number; organization: readonly Committee[]; mayAdd: boolean }) {
  const { key, link, name, abbreviation, read, isAudited } = committee
  const called = t.committeeAt(name, place + 1)
  const fault = isLinkedTwice(draft.committees, committee) ? t.linkedTwice : undefined
  const pointer = `committees/${place}`
  const others = draft.committees.map((other) => other.link)
  const like = read && link === null ? committeeLike(organization, read, others) : undefined
  return (
    <div className="form with-end lined" role="group" aria-label={called}>
      <div className="w3" data-field={pointer} data-unreadable={fault}>
        <Select
          label={read ? t.inReport(read.name || read.abbreviation) : t.committee}
          beside={<WhereFound label={called} at={[places.committee(key)]} />}
          name={pointer}
          value={link ?? asNew}
          onChange={(id) =>
            change((now) =>
              relinked(
                now,
                key,
                organization.find((known) => known.id === id),
              ),
            )
          }
          options={[
            ...organization.map(({ id, content }) => ({ id, label: read ? t.sameAs(content.name) : content.name })),
            ...(mayAdd || link === null ? [{ id: asNew, label: t.addAsNew }] : []),
          ]}
          help={
            <>
              {link === null && t.newCommitteeHelp}
              <RemarksAt place={places.committee(key)} />
            </>
          }
        />
        {like && <Suggestion name={like.content.name} onTake={() => change((now) => relinked(now, key, like))} />}
      </div>
      <div className="w3 ticks">
        <Checkbox
          label={t.audited}
          value={isAudited}
          onChange={(audited) => change((now) => changedCommittee(now, key, { isAudited: audited }))}
        />
        <Checkbox
          label={t.addressed}
          value={draft.addressees.some((addressee) => addressee.committee === key)}
          onChange={(asked) => change((now) => (asked ? withAddressee(now, key) : withoutAddressee(now, key)))}
        />
      </div>
      {link === null && <NewCommitteeFields committee={committee} draft={draft} change={change} />}
      <IconButton
        label={t.removeCommittee(abbreviation || called)}
        icon="close"
        small={false}
        onPress={() => change((now) => withoutCommittee(now, key))}
      />
    </div>
  )
}

/** Which of the organization's committees it may be: somebody has to say so. */
function Suggestion({ name, onTake }: { name: string; onTake: () => void }) {
  const row = useRef<HTMLDivElement>(null)
  return (
    <div ref={row} className="row">
      <span className="cap">{t.isLike(name)}</span>
      <Button
        small
        aria-label={t.isSameAs(name)}
        onPress={() => {
          row.current?.parentElement?.querySelector<HTMLElement>('button.select')?.focus()
          onTake()
        }}
      >
        {t.isSame}
      </Button>
    </div>
  )
}

function NewCommitteeFields({ committee, draft, change }: Editing & { committee: DraftCommittee }) {
  const { key, name, abbreviation } = committee
  const place = draft.committees.filter(({ link }) => link === null).indexOf(committee)
  return (
    <>
      <TextField
        label={t.committeeName}
        name={`newCommittees/${place}/name`}
        width={3}
        value={name}
        onChange={(written) => change((now) => changedCommittee(now, key, { name: written }))}
      />
      <TextField
        label={t.abbreviation}
        name={`newCommittees/${place}/abbreviation`}
        width={3}
        value={abbreviation}
        onChange={(written) => change((now) => changedCommittee(now, key, { abbreviation: written }))}
      />
    </>
  )
}
