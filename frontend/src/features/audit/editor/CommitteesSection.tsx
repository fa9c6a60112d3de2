import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/icons'
import { editor as t } from '@/lib/messages/audit'
import type { Committee } from '../api'
import { withLinkedCommittee, withNewCommittee } from '../draft/committees'
import { CommitteeRow } from './CommitteeRow'
import { type Editing, partOf } from './context'
import { Section } from './Section'

/** The committees concerned, and which of the organization's each one is. */
export const CommitteesSection = partOf(
  ['committees', 'addressees'],
  function CommitteesSection({
    organization,
    mayAdd,
    ...editing
  }: Editing & { organization: readonly Committee[]; mayAdd: boolean }) {
    const { draft, change } = editing
    const left = organization.filter(({ id }) => !draft.committees.some(({ link }) => link === id))
    return (
      <Section title={t.committees} count={draft.committees.length} help={t.committeesHelp} place="committees">
        <div className="field" data-field="newCommittees">
          <span className="label vh">{t.newNames}</span>
          {draft.committees.map((committee, place) => (
            <CommitteeRow
              key={committee.key}
              committee={committee}
              place={place}
              organization={organization}
              mayAdd={mayAdd}
              {...editing}
            />
          ))}
          <div className="row">
            <MenuTrigger>
              <Button small icon="plus">
                {t.addCommittee}
              </Button>
              <Popover className="pop">
                <Menu className="menu" aria-label={t.addCommittee}>
                  {left.map((committee) => (
                    <MenuItem
                      key={committee.id}
                      id={committee.id}
                      className="option"
                      onAction={() => change((now) => withLinkedCommittee(now, committee))}
                    >
                      {committee.content.name}
                    </MenuItem>
                  ))}
                  {mayAdd && (
                    <MenuItem id="new" className="option" onAction={() => change(withNewCommittee)}>
                      <Icon name="plus" />
                      {t.newCommittee}
                    </MenuItem>
                  )}
                </Menu>
              </Popover>
            </MenuTrigger>
          </div>
        </div>
      </Section>
    )
  },
)
