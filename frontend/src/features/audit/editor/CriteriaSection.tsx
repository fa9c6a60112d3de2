import { Button, IconButton } from '@/components/Button'
import { TextField } from '@/components/TextField'
import { editor as t } from '@/lib/messages/audit'
import { newCriterion } from '../draft/draft'
import { places } from '../draft/places'
import { type Editing, partOf } from './context'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

/** What the audit judges against. */
export const CriteriaSection = partOf(['criteria'], function CriteriaSection({ draft: { criteria }, change }: Editing) {
  return (
    <Section title={t.criteria} count={criteria.length} place="criteria">
      {criteria.map(({ id, text }, place) => (
        <div key={id} className="with-end bare">
          <TextField
            label={t.criterionAt(place + 1)}
            beside={<WhereFound label={t.criterionAt(place + 1)} at={[places.criterion(id)]} />}
            name={`criteria/${place}`}
            autoFocus={text === ''}
            value={text}
            onChange={(written) =>
              change((now) => ({
                ...now,
                criteria: now.criteria.map((at) => (at.id === id ? { ...at, text: written } : at)),
              }))
            }
          />
          <IconButton
            label={t.removeCriterion(place + 1)}
            icon="close"
            small={false}
            onPress={() => change((now) => ({ ...now, criteria: now.criteria.filter((at) => at.id !== id) }))}
          />
        </div>
      ))}
      <div className="row">
        <Button
          small
          icon="plus"
          onPress={() => change((now) => ({ ...now, criteria: [...now.criteria, newCriterion()] }))}
        >
          {t.addCriterion}
        </Button>
      </div>
    </Section>
  )
})
