import { useSuspenseQuery } from '@tanstack/react-query'
import { IconButton } from '@/components/Button'
import { ComboBox } from '@/components/Select'
import { controlFields as t } from '@/lib/messages/controls'
import { givenRecommendationsQuery } from '../api'

/** Which of the recommendations to the committee a control answers to. Those that the reader may not see stay. */
export function RecommendationsField({
  committeeId,
  name,
  value,
  onChange,
}: {
  committeeId: string
  name: string
  value: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const { data: given } = useSuspenseQuery(givenRecommendationsQuery(committeeId))
  const chosen = given.filter(({ recommendationId }) => value.includes(recommendationId))
  const left = given.filter(({ recommendationId }) => !value.includes(recommendationId))
  const unseen = value.length - chosen.length
  return (
    <fieldset className="field">
      <legend className="label">{t.recommendations}</legend>
      {(chosen.length > 0 || unseen > 0) && (
        <ul className="c stack tight">
          {chosen.map(({ recommendationId, number, text, auditTitle }) => (
            <li key={recommendationId} className="row far">
              <span className="grow">
                {number} <span className="words small">{text}</span>
                <span className="cap blk">{auditTitle}</span>
              </span>
              <IconButton
                label={t.removeRecommendation(number)}
                icon="close"
                onPress={() => onChange(value.filter((id) => id !== recommendationId))}
              />
            </li>
          ))}
          {unseen > 0 && <li className="dim">{t.unseen(unseen)}</li>}
        </ul>
      )}
      {left.length > 0 && (
        <ComboBox
          key={value.length}
          label={t.addRecommendation}
          name={name}
          help={t.recommendationHelp}
          optional
          value={null}
          onChange={(id) => id !== null && onChange([...value, id])}
          options={left.map(({ recommendationId, number, text, auditTitle }) => ({
            id: recommendationId,
            label: `${number} ${text}`,
            detail: auditTitle,
          }))}
        />
      )}
    </fieldset>
  )
}
