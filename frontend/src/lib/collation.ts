const swedish = new Intl.Collator('sv-SE', { numeric: true, sensitivity: 'base' })

/** Compares two texts as a Swedish word list does: å, ä and ö after z, "2" before "10". */
export function compareSwedish(a: string, b: string): number {
  return swedish.compare(a, b)
}

/** A copy of the list, sorted by one text of each thing. */
export function sortedBy<T>(list: readonly T[], text: (thing: T) => string): T[] {
  return [...list].sort((a, b) => compareSwedish(text(a), text(b)))
}
