import { Checkbox } from '@/components/Choices'
import { many as t } from '@/lib/messages/followup'
import type { AssignmentSummary } from '../api'

/** Picks all the rows of the page, or none. */
export function PickPage({
  picked,
  pickable,
  onPick,
}: {
  picked: (id: string) => boolean
  pickable: readonly AssignmentSummary[]
  onPick: (rows: readonly AssignmentSummary[], picked: boolean) => void
}) {
  const count = pickable.filter(({ id }) => picked(id)).length
  const all = count > 0 && count === pickable.length
  return (
    <Checkbox
      label={t.pickPage}
      value={all}
      isPartly={count > 0 && !all}
      isDisabled={pickable.length === 0}
      onChange={(wanted) => onPick(pickable, wanted)}
    />
  )
}
