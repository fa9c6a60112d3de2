import { api, call, type Schema } from './client'

export type ConfidentialThing = Schema['ConfidentialThing']

/** Marks a thing as confidential on a legal ground; null takes the mark away. */
export function markConfidential(thing: ConfidentialThing, id: string, ground: string | null): Promise<undefined> {
  return call(api.PUT('/confidentiality/{thing}/{id}', { params: { path: { thing, id } }, body: { ground } }))
}
