// The order in which remarks are looked through.
import type { Remark } from './remarks'

/**
 * The remark after the one at hand, or before it, from the last on to the first; to begin with the first that has not been
 * seen.
 */
export function stepped(
  remarks: readonly Remark[],
  current: Remark | undefined,
  seen: ReadonlySet<Remark>,
  by: 1 | -1,
): Remark | undefined {
  if (current) return remarks.at((remarks.indexOf(current) + by) % remarks.length)
  const along = by === 1 ? remarks : remarks.toReversed()
  return along.find((remark) => !seen.has(remark)) ?? along[0]
}
