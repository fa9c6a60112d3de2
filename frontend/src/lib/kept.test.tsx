import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dropAll, keptAt, makeKeeper, readKept } from './kept'

const place = keptAt('anna', 'response', 'closing')

describe('what is kept in the browser', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2031-02-03T08:00:00Z') }))
  afterEach(() => {
    vi.useRealTimers()
    localStorage.clear()
  })

  it('is read with the version it was written on and the time, the latest first, until it is dropped', () => {
    const [first, second] = [makeKeeper<string>(place), makeKeeper<string>(place)]
    first.put({ content: 'a', version: 1 })
    first.put({ content: 'ab', version: 1 })
    vi.advanceTimersByTime(60_000)
    second.put({ content: 'b', version: 2 })
    expect(readKept(place)).toMatchObject([
      { content: 'b', version: 2, at: '2031-02-03T08:01:00.000Z' },
      { content: 'ab', version: 1, at: '2031-02-03T08:00:00.000Z' },
    ])
    second.drop()
    expect(readKept(place)).toMatchObject([{ content: 'ab' }])
  })

  it('belongs to one account and one part of one response', () => {
    makeKeeper<string>(place).put({ content: 'a', version: 1 })
    expect(readKept(keptAt('bo', 'response', 'closing'))).toEqual([])
    expect(readKept(keptAt('anna', 'response', 'introduction'))).toEqual([])
    expect(readKept(keptAt('anna', 'respons'))).toEqual([])
  })

  it("goes with its account at sign-out, and others' stays", () => {
    const others = keptAt('bo', 'response', 'closing')
    makeKeeper<string>(place).put({ content: 'a', version: 1 })
    makeKeeper<string>(others).put({ content: 'b', version: 1 })
    dropAll(keptAt('anna'))
    expect(readKept(place)).toEqual([])
    expect(readKept(others)).toHaveLength(1)
  })

  it('is nothing in a browser without room', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    makeKeeper<string>(place).put({ content: 'a', version: 1 })
    expect(readKept(place)).toEqual([])
  })
})
