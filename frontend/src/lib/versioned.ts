/** A thing that can be edited, as the contract gives it: what may be written of it, and the version that was read. */
export interface Versioned<T> {
  version: number
  content: T
}
