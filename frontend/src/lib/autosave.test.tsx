import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAutosave } from './autosave'
import type { Keeper } from './kept'
import { ApiProblem } from './problem'
import type { Versioned } from './versioned'

const stale = new ApiProblem({ status: 412, code: 'stale' })

/** A server that gives version + 1 to whoever has the version it is at. */
function server() {
  const stored = { content: 'a', version: 1 }
  const save = vi.fn((content: string, version: number) => {
    if (version !== stored.version) return Promise.reject(stale)
    Object.assign(stored, { content, version: version + 1 })
    return Promise.resolve(stored.version)
  })
  const reread = () => Promise.resolve({ ...stored })
  return { stored, save, reread }
}

/** What a crash would leave in the browser. */
function browser() {
  const kept: { draft?: Versioned<string> } = {}
  const keeper: Keeper<string> = {
    put: ({ content, version }) => (kept.draft = { content, version }),
    drop: () => delete kept.draft,
  }
  return { kept, keeper }
}

function autosave(
  save: (content: string, version: number) => Promise<number>,
  { reread, keeper }: { reread?: () => Promise<Versioned<string>>; keeper?: Keeper<string> } = {},
) {
  const notReread = () => Promise.reject(new Error('not to be read again'))
  const rest = { reread: reread ?? notReread, keeper: keeper ?? browser().keeper }
  return renderHook(() => useAutosave({ initial: { content: 'a', version: 1 }, save, delayMs: 800, ...rest }))
}

describe('useAutosave', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  const pause = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

  it('saves once, when the typing pauses', async () => {
    const { stored, save } = server()
    const { result } = autosave(save)
    act(() => result.current.change('ab'))
    await pause(500)
    act(() => result.current.change('abc'))
    await pause(500)
    expect(save).not.toHaveBeenCalled()
    expect(result.current.state.kind).toBe('waiting')
    await pause(300)
    expect(save).toHaveBeenCalledTimes(1)
    expect(stored).toEqual({ content: 'abc', version: 2 })
    expect(result.current.state.kind).toBe('saved')
    expect(result.current.dirty).toBe(false)
  })

  it('sends what was typed during a save afterwards, with the version that the save gave', async () => {
    const { stored, save } = server()
    let answer: () => void = () => undefined
    const slow = (content: string, version: number) =>
      new Promise<void>((resolve) => (answer = resolve)).then(() => save(content, version))
    const { result } = autosave(slow)
    act(() => result.current.change('ab'))
    await pause(800)
    act(() => result.current.change('abc'))
    answer()
    await pause(0)
    answer()
    await pause(0)
    expect(save.mock.calls).toEqual([
      ['ab', 1],
      ['abc', 2],
    ])
    expect(stored).toEqual({ content: 'abc', version: 3 })
    expect(result.current.state.kind).toBe('saved')
  })

  it('stops at a conflict, keeps the text, and writes it over the other when asked to', async () => {
    const { stored, save } = server()
    const { result } = autosave(save)
    Object.assign(stored, { content: 'other', version: 2 })
    act(() => result.current.change('mine'))
    await pause(800)
    expect(result.current.state.kind).toBe('conflict')
    act(() => result.current.change('mine too'))
    await pause(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(result.current.content).toBe('mine too')
    act(() => result.current.keepMine(2))
    await pause(0)
    expect(stored).toEqual({ content: 'mine too', version: 3 })
    expect(result.current.state.kind).toBe('saved')
  })

  it("takes the other's text when asked to", async () => {
    const { stored, save } = server()
    const { result } = autosave(save)
    Object.assign(stored, { content: 'other', version: 2 })
    act(() => result.current.change('mine'))
    await pause(800)
    act(() => result.current.takeOther({ ...stored }))
    expect(result.current.content).toBe('other')
    expect(result.current.dirty).toBe(false)
    act(() => result.current.change('other and more'))
    await pause(800)
    expect(stored).toEqual({ content: 'other and more', version: 3 })
  })

  it('saves every other second although the typing never pauses', async () => {
    const { stored, save } = server()
    const { result } = autosave(save)
    for (const content of ['ab', 'abc', 'abcd', 'abcde', 'abcdef']) {
      act(() => result.current.change(content))
      await pause(500)
    }
    expect(stored).toEqual({ content: 'abcde', version: 2 })
  })

  it.each([
    ['no answer comes', new TypeError('Failed to fetch')],
    ['the database is away', new ApiProblem({ status: 503, code: 'unavailable' })],
    ['a proxy stands before nothing', new ApiProblem({ status: 502, code: 'http_502' })],
  ])('tries again every other second while %s, whatever is typed meanwhile', async (_, failure) => {
    const { save } = server()
    save.mockRejectedValue(failure)
    const { result } = autosave(save)
    act(() => result.current.change('ab'))
    await pause(800)
    for (let second = 0; second < 6; second++) {
      act(() => result.current.change(`ab${second}`))
      await pause(1_000)
      expect(result.current.state.kind).toBe('failed')
      expect(result.current.dirty).toBe(true)
    }
    expect(save).toHaveBeenCalledTimes(4)
    save.mockReset()
    save.mockImplementation(server().save)
    await pause(2_000)
    expect(save).toHaveBeenCalledExactlyOnceWith('ab5', 1)
    expect(result.current.state.kind).toBe('saved')
    await pause(60_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it.each(['online', 'focus'])('tries again at once at the event %s', async (event) => {
    const { stored, save } = server()
    save.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const { result } = autosave(save)
    act(() => result.current.change('ab'))
    await pause(800)
    act(() => void window.dispatchEvent(new Event(event)))
    await pause(0)
    expect(stored.content).toBe('ab')
  })

  it('does not try again what the server refuses', async () => {
    const { save } = server()
    save.mockRejectedValue(new ApiProblem({ status: 422, code: 'invalid' }))
    const { result } = autosave(save)
    act(() => result.current.change('ab'))
    await pause(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(result.current.state.kind).toBe('failed')
  })

  it('goes on from its own save whose answer was lost, and not over what another saved', async () => {
    const { stored, save, reread } = server()
    const losesAnswer = async (content: string, version: number): Promise<number> => {
      await save(content, version)
      throw new TypeError('Failed to fetch')
    }
    const send = vi.fn(losesAnswer)
    const { result } = autosave(send, { reread })
    act(() => result.current.change('ab'))
    await pause(800)
    expect(stored).toEqual({ content: 'ab', version: 2 })
    act(() => result.current.change('abc'))
    send.mockImplementation(save)
    await pause(2_000)
    expect(stored).toEqual({ content: 'abc', version: 3 })
    expect(result.current.state.kind).toBe('saved')

    send.mockImplementationOnce(losesAnswer)
    act(() => result.current.change('abcd'))
    await pause(800)
    Object.assign(stored, { content: 'other', version: 5 })
    await pause(2_000)
    expect(result.current.state.kind).toBe('conflict')
    expect(stored.content).toBe('other')
  })

  it('keeps in the browser what is not saved, with the version it was written on', async () => {
    const { stored, save } = server()
    const { kept, keeper } = browser()
    save.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const { result } = autosave(save, { keeper })
    act(() => result.current.change('ab'))
    expect(kept.draft).toEqual({ content: 'ab', version: 1 })
    await pause(800)
    expect(kept.draft).toEqual({ content: 'ab', version: 1 })
    await pause(2_000)
    expect(kept.draft).toBeUndefined()
    Object.assign(stored, { content: 'other', version: 7 })
    act(() => result.current.change('abc'))
    await pause(800)
    expect(kept.draft).toEqual({ content: 'abc', version: 2 })
    act(() => result.current.takeOther({ ...stored }))
    expect(kept.draft).toBeUndefined()
  })

  it('saveNow sends at once and says whether everything is on the server', async () => {
    const { stored, save } = server()
    const { result } = autosave(save)
    act(() => result.current.change('ab'))
    let saved: boolean | undefined
    await act(async () => (saved = await result.current.saveNow()))
    expect(saved).toBe(true)
    expect(stored.content).toBe('ab')
    save.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    act(() => result.current.change('abc'))
    await act(async () => (saved = await result.current.saveNow()))
    expect(saved).toBe(false)
  })
})
