// What is typed and not yet on the server is also kept in this browser, so that a closed tab or a crash loses nothing.
import { newId } from './ids'
import type { Versioned } from './versioned'

const prefix = 'uppsikt.kept'

/** A text that did not reach the server: `version` is what it was written on, `at` when it was last typed in. */
export interface Kept<T> extends Versioned<T> {
  key: string
  at: string
}

/** Keeps one draft while it is unsaved. */
export interface Keeper<T> {
  put: (draft: Versioned<T>) => void
  drop: () => void
}

/** Where an account's texts are kept; one thing's, when its place is named: `keptAt(accountId, responseId, 'closing')`. */
export function keptAt(accountId: string, ...place: string[]): string {
  return [prefix, accountId, ...place, ''].join('/')
}

/** Each open editor keeps its own, so that two on the same text never overwrite each other's. */
export function makeKeeper<T>(place: string): Keeper<T> {
  const key = place + newId()
  return {
    put: ({ content, version }) => store(key, JSON.stringify({ content, version, at: new Date().toISOString() })),
    drop: () => drop(key),
  }
}

/** What is kept at a place, the latest first. */
export function readKept<T>(place: string): Kept<T>[] {
  return keysAt(place)
    .map((key) => ({ ...(JSON.parse(localStorage.getItem(key) ?? '') as Omit<Kept<T>, 'key'>), key }))
    .sort((one, other) => other.at.localeCompare(one.at))
}

export function drop(key: string): void {
  localStorage.removeItem(key)
}

/** Drops everything at a place, as at sign-out: the next person at the screen is to find nothing. */
export function dropAll(place: string): void {
  keysAt(place).forEach(drop)
}

function keysAt(place: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(place))
}

/** A browser without room keeps nothing, and the text still goes to the server. */
function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
