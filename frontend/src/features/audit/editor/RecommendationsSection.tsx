import { useState } from 'react'
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
import { caretIn } from './focus'
import { RemarksAt } from './Remarks'
import { RowMenu } from './RowMenu'
import { Section } from './Section'
import { SplitDialog } from './SplitDialog'
import { type Done, useRearranging } from './useRearranging'
import { WhereFound } from './WhereFound'

/** What the audit asks for, quoted as in the report, and of whom. */
export const RecommendationsSection = partOf(
  ['recommendations', 'committees', 'addressees'],
  function RecommendationsSection(editing: Editing) {
    const { recommendations } = editing.draft
    const { said, merge, split, undo, undoableAt } = useRearranging(editing)
    return (
      <Section title={t.recommendations} count={recommendations.length} place="recommendations">
        <p className="vh" role="status">
          {said}
        </p>
        {recommendations.map((recommendation, place) => (
          <RecommendationRow
            key={recommendation.id}
            recommendation={recommendation}
            place={place}
            above={recommendations[place - 1]}
            below={recommendations[place + 1]}
            undoable={undoableAt(recommendation.id)}
            onMerge={merge}
            onSplit={split}
            onUndo={undo}
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
    above,
    below,
    undoable,
    onMerge,
    onSplit,
    onUndo,
    draft,
    change,
  }: Editing & {
    recommendation: DraftRecommendation
    place: number
    above: DraftRecommendation | undefined
    below: DraftRecommendation | undefined
    undoable: Done | undefined
    onMerge: (upper: string) => void
    onSplit: (id: string, at: number) => void
    onUndo: (done: Done) => void
  }) {
    const [splittingAt, setSplittingAt] = useState<number>()
    const { id, number, text, variants, committees, madeOf } = recommendation
    const read = madeOf.map(places.recommendation)
    const name = (field: string) => `recommendations/${place}/${field}`
    const set = (part: Partial<DraftRecommendation>) => change((now) => changedRecommendation(now, id, part))
    return (
      <div className="numbered with-end" role="group" aria-label={t.recommendationAt(number)} data-row={id}>
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
          {undoable && (
            <div className="row">
              <span className="cap">{undoable.words}</span>
              <Button small aria-label={t.undoOf(undoable.words)} onPress={() => onUndo(undoable)}>
                {t.undo}
              </Button>
            </div>
          )}
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
            above !== undefined && {
              label: t.moveUp,
              icon: 'up',
              act: () => change((now) => movedRecommendation(now, id, -1)),
            },
            below !== undefined && {
              label: t.moveDown,
              icon: 'down',
              act: () => change((now) => movedRecommendation(now, id, 1)),
            },
            above !== undefined && { label: t.mergeWith(above.number), icon: 'merge', act: () => onMerge(above.id) },
            below !== undefined && { label: t.mergeWith(below.number), icon: 'merge', act: () => onMerge(id) },
            { label: t.split, icon: 'split', act: () => setSplittingAt(caretIn(id)) },
            {
              label: t.removeRecommendation,
              icon: 'close',
              act: () => change((now) => withoutRecommendation(now, id)),
            },
          ]}
        />
        {splittingAt !== undefined && (
          <SplitDialog
            recommendation={recommendation}
            cursor={splittingAt}
            onSplit={(at) => onSplit(id, at)}
            onClose={() => setSplittingAt(undefined)}
          />
        )}
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
