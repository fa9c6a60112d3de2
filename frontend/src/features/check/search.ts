import * as v from 'valibot'

const page = v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1))
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  v.optional(v.fallback(v.optional(v.picklist(codes)), undefined))

/** The lists' filters as they stand in the address; what is not known is left out. */
export const checkSearch = v.object({
  page,
  vems: oneOf(['mina', 'alla']),
  namnd: v.optional(v.string()),
  ar: v.optional(v.fallback(v.optional(v.pipe(v.number(), v.integer())), undefined)),
  lage: oneOf(['ahead', 'due', 'overdue', 'performed']),
})

export const deviationSearch = v.object({
  page,
  vems: oneOf(['mina', 'alla']),
  namnd: v.optional(v.string()),
  lage: oneOf(['open', 'to_recheck', 'closed']),
})
