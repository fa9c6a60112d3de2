/** A list with one of its things moved a step; as it is where there is no room. */
export function moved<T>(things: readonly T[], place: number, by: -1 | 1): T[] {
  const [thing, other] = [things[place], things[place + by]]
  const after = [...things]
  if (thing === undefined || other === undefined) return after
  after[place] = other
  after[place + by] = thing
  return after
}
