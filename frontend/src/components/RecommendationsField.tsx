import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '@/api/client'
import { recommendationsQuery } from '@/api/queries'
import { recommendationsField as t } from '@/lib/messages/common'
import { IconButton } from './Button'
import { frameOf } from './Field'
import { ComboBox } from './Select'

/** The recommendations given to a committee that something answers to: each is found by a part of its words. */
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
  const { data: given } = useSuspenseQuery(recommendationsQuery(committeeId))
  const [round, setRound] = useState(0)
  const known = new Map(given.map((one) => [one.recommendationId, one]))
  return (
    <div {...frameOf({ label: t.label, name, width: 6 })}>
      <ComboBox
        key={round} // what was chosen stands in the list: the box begins anew
        label={t.label}
        optional
        help={t.help}
        value={null}
        onChange={(id) => {
          if (!id) return
          onChange([...value, id])
          setRound(round + 1)
        }}
        options={given
          .filter(({ recommendationId }) => !value.includes(recommendationId))
          .map((one) => ({ id: one.recommendationId, label: labelOf(one), detail: one.auditTitle }))}
      />
      {value.length > 0 && (
        <ul className="c stack tight" aria-label={t.chosen}>
          {value.map((id) => (
            <li key={id} className="row far">
              <span>
                {labelOf(known.get(id))}
                <span className="cap blk">{known.get(id)?.auditTitle}</span>
              </span>
              <IconButton
                label={t.remove(labelOf(known.get(id)))}
                icon="close"
                onPress={() => onChange(value.filter((other) => other !== id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function labelOf(one: Schema['AssignmentSummary'] | undefined): string {
  return one ? t.option(one.number, one.text) : ''
}
