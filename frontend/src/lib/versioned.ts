import { hashKey } from '@tanstack/react-query'

/** A thing that can be edited, as the contract gives it: what may be written of it, and the version that was read. */
export interface Versioned<T> {
  version: number
  content: T
}

/** Whether two contents say the same, in whatever order their fields stand. */
export function sameContent<T>(one: T, other: T): boolean {
  return hashKey([one]) === hashKey([other])
}
