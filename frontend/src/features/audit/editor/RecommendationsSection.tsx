import { Button } from '@/components/Button'
import { Ticks } from '@/components/Choices'
import { TextArea, TextField } from '@/components/TextField'
import { editor as t } from '@/lib/messages/audit'
import { type DraftRecommendation, involvedIn, shortName } from '../draft/draft'
import {
  changedRecommendation,
  movedRecommendation,
  withoutRecommendation,
  withRecommendation,
  withWording,
} from '../draft/recommendations'
import { places } from '../draft/places'
import { type Editing, partOf } from './context'
import { RemarksAt } from './Remarks'
import { RowMenu } from './RowMenu'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

/** What the audit asks for, quoted as in the report, and of whom. */
export const RecommendationsSection = partOf(
  ['recommendations', 'committees', 'addressees'],
  function RecommendationsSection(editing: Editing) {
    const { recommendations } = editing.draft
    return (
      <Section title={t.recommendations} count={recommendations.length} place="recommendations">
        {recommendations.map((recommendation, place) => (
          <RecommendationRow
            key={recommendation.id}
            recommendation={recommendation}
            place={place}
            isLast={place === recommendations.length - 1}
            {...editing}
          />
        ))}
        <div className="row">
          <Button small icon="plus" onPress={() => editing.change(withRecommendation)}>
            {t.addRecommendation}
          </Button>
        </div>
      </Section>
    )
  },
)

const RecommendationRow = partOf(
  ['committees'],
  function RecommendationRow({
    recommendation,
    place,
    isLast,
    draft,
    change,
  }: Editing & { recommendation: DraftRecommendation; place: number; isLast: boolean }) {
    const { id, number, text, variants, committees, madeOf } = recommendation
    const read = madeOf.map(places.recommendation)
    const name = (field: string) => `recommendations/${place}/${field}`
    const set = (part: Partial<DraftRecommendation>) => change((now) => changedRecommendation(now, id, part))
    return (
      <div className="numbered with-end" role="group" aria-label={t.recommendationAt(number)}>
        <TextField
          label={t.number}
          name={name('number')}
          value={number}
          onChange={(written) => set({ number: written })}
        />
        <div className="stack tight">
          <TextArea
            label={t.recommendationText}
            beside={<WhereFound label={t.recommendationAt(number)} at={read} />}
            name={name('text')}
            rows={3}
            autoFocus={text === ''}
            help={<RemarksAt place={read} />}
            value={text}
            onChange={(written) => set({ text: written })}
          />
          {variants.length > 0 && (
            <Wordings
              wordings={variants}
              onUse={(wording) => change((now) => withWording(now, id, wording))}
              onRemove={(wording) => set({ variants: variants.filter((variant) => variant !== wording) })}
            />
          )}
          <Ticks
            label={t.recommendedTo}
            name={name('committeeIds')}
            value={committees}
            onChange={(keys) =>
              set({ committees: draft.committees.map(({ key }) => key).filter((key) => keys.includes(key)) })
            }
            options={involvedIn(draft).map((committee) => ({ id: committee.key, label: shortName(committee) }))}
          />
        </div>
        <RowMenu
          label={t.recommendationTools(number)}
          actions={[
            place > 0 && { label: t.moveUp, icon: 'up', act: () => change((now) => movedRecommendation(now, id, -1)) },
            !isLast && {
              label: t.moveDown,
              icon: 'down',
              act: () => change((now) => movedRecommendation(now, id, 1)),
            },
            {
              label: t.removeRecommendation,
              icon: 'close',
              act: () => change((now) => withoutRecommendation(now, id)),
            },
          ]}
        />
      </div>
    )
  },
)

/** The other wordings in the files; one of them may be the one that counts. */
function Wordings({
  wordings,
  onUse,
  onRemove,
}: {
  wordings: readonly string[]
  onUse: (wording: string) => void
  onRemove: (wording: string) => void
}) {
  return (
    <div className="field">
      <span className="label">{t.wordings}</span>
      <span className="help">{t.wordingsHelp}</span>
      {wordings.map((wording) => (
        <div key={wording} className="said stack tight">
          <p className="words small">{wording}</p>
          <div className="row">
            <Button small onPress={() => onUse(wording)}>
              {t.useWording}
            </Button>
            <Button small look="plain" onPress={() => onRemove(wording)}>
              {t.removeWording}
            </Button>
          </div>
        </div>
      ))}
    </div>
  )
}
