import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAutosave } from './autosave'
import { ApiProblem } from './problem'

const stale = new ApiProblem({ status: 412, code: 'stale' })

/** A server that gives version + 1 to whoever has the version it is at. */
function server() {
  const stored = { content: 'a', version: 1 }
  const save = vi.fn((content: string, version: number) => {
    if (version !== stored.version) return Promise.reject(stale)
    Object.assign(stored, { content, version: version + 1 })
    return Promise.resolve(stored.version)
  })
  return { stored, save }
}

function autosave(save: (content: string, version: number) => Promise<number>) {
  return renderHook(() => useAutosave({ initial: { content: 'a', version: 1 }, save, delayMs: 800 }))
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

  it('tries again when the connection was lost', async () => {
    const { stored, save } = server()
    save.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const { result } = autosave(save)
    act(() => result.current.change('ab'))
    await pause(800)
    expect(result.current.state.kind).toBe('failed')
    expect(result.current.dirty).toBe(true)
    await pause(5_000)
    expect(stored.content).toBe('ab')
    expect(result.current.state.kind).toBe('saved')
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
