import { v7 } from 'uuid'

/**
 * A new thing's id (UUID version 7). Whoever creates a thing names it, so that a create repeated after a lost answer
 * makes nothing twice: take the id once, when the form opens, not when it is sent.
 */
export function newId(): string {
  return v7()
}
