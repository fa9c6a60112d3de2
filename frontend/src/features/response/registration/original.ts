import type { Response } from '../api'

/** Whether a response was decided outside the program: then there is its original as it is, and nothing made of it. */
export function isRegistered({ history }: Pick<Response, 'history'>): boolean {
  return history[0]?.action === 'register'
}

export function hasOriginal({ editions }: Pick<Response, 'editions'>): boolean {
  return editions.some(({ edition }) => edition === 'decided')
}
