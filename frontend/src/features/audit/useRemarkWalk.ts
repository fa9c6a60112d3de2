import { useCallback, useEffect, useState } from 'react'
import type { Remark } from './draft/remarks'
import { stepped } from './draft/walk'

export type RemarkWalk = ReturnType<typeof useRemarkWalk>

/** The remarks on a reading, looked through one by one: which is at hand, and which have been seen. */
export function useRemarkWalk(remarks: readonly Remark[], show: (remark: Remark) => void) {
  const [current, setCurrent] = useState<Remark>()
  const [seen, setSeen] = useState<ReadonlySet<Remark>>(new Set())

  const goTo = useCallback(
    (remark: Remark) => {
      setCurrent(remark)
      show(remark)
    },
    [show],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const next = stepped(remarks, current, seen, by)
      if (next) goTo(next)
    },
    [remarks, current, seen, goTo],
  )
  const markSeen = useCallback((remark: Remark, isSeen: boolean) => {
    setSeen((now) => new Set(isSeen ? [...now, remark] : [...now].filter((other) => other !== remark)))
  }, [])
  useShortcut(step)
  return { remarks, current, seen, left: remarks.length - seen.size, goTo, step, markSeen }
}

/** F8 and Shift+F8, as programs that list faults have it; neither the browsers nor the screen readers use them. */
function useShortcut(step: (by: 1 | -1) => void) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'F8' || event.altKey || event.ctrlKey || event.metaKey || isInOverlay(event.target)) return
      event.preventDefault()
      step(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [step])
}

function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role$="dialog"], [role="menu"], [role="listbox"]') !== null
}
