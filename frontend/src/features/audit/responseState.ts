import type { Addressee } from './api'

/** The committee has answered: its date does not press any more. */
export function isSettled(response: Addressee['response']): boolean {
  return response?.state === 'decided' || response?.state === 'delivered'
}
