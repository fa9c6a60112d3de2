import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { marks as t } from '@/lib/messages/reading'
import type { Reading } from './api'
import { type LineAt, lineOf, type Mark, marksOf, type SourceFile } from './draft/marks'
import type { Place } from './draft/places'
import type { Remark } from './draft/remarks'
import type { Found } from './editor/context'
import { focusPlace, placesAt } from './editor/focus'
import type { LookedAt, RemarkAt } from './ReportText'

/** Which of text and form is shown where there is room for one. */
export type Side = 'fields' | 'text'

const noFiles: readonly SourceFile[] = []

/** The report's text beside the form: what is looked at in it, and the ways to and fro. */
export function useReportText(reading: Reading, placeOf: ReadonlyMap<string, Place>, remarks: readonly Remark[]) {
  const pane = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<Side>('fields')
  const [lookedAt, setLookedAt] = useState<LookedAt>({ places: [] })
  const files = reading.source?.files ?? noFiles
  const marks = useMemo(() => marksOf(reading, placeOf), [reading, placeOf])
  const remarksAt = useMemo(() => remarksIn(remarks, files), [remarks, files])

  // In braces: newer browsers give a promise from scrolling, and an effect must not.
  useEffect(() => {
    scrollTo(pane.current)
  }, [lookedAt])

  const show = useCallback(
    (places: readonly Place[]) => {
      flushSync(() => {
        setSide('text')
        setLookedAt({ places, line: firstOf(marks, places) })
      })
      pane.current?.querySelector<HTMLElement>('.line.on .at.on')?.focus({ preventScroll: true })
    },
    [marks],
  )
  const found = useMemo((): Found | undefined => {
    if (files.length === 0) return undefined
    return { where: (places) => whereIn(files, marks, places), show }
  }, [files, marks, show])

  const choose = useCallback((place: Place) => {
    flushSync(() => setSide('fields'))
    focusPlace(place)
  }, [])
  const goToRemark = useCallback(
    (remark: Remark) => {
      choose(remark.place)
      setLookedAt({ places: [remark.place], line: lineOf(remark, files) ?? firstOf(marks, [remark.place]) })
    },
    [choose, files, marks],
  )
  /** Looks at where the value of the field stands that has got the focus. */
  const follow = useCallback(
    (event: FocusEvent) => {
      const places = placesAt(event.target)
      if (places.length === 0) return
      setLookedAt((now) => (isSame(now.places, places) ? now : { places, line: firstOf(marks, places) }))
    },
    [marks],
  )
  return { pane, side, setSide, lookedAt, files, marks, remarksAt, found, choose, goToRemark, follow }
}

/** Where the value of some places stands that the reader took it from: the reading names that first. */
function firstOf(marks: readonly Mark[], places: readonly Place[]): LineAt | undefined {
  return marks.find(({ place }) => places.includes(place))
}

function isSame(some: readonly Place[], others: readonly Place[]): boolean {
  return some.join() === others.join()
}

function remarksIn(remarks: readonly Remark[], files: readonly SourceFile[]): RemarkAt[] {
  return remarks.flatMap((remark, place) => {
    const at = lineOf(remark, files)
    return at ? [{ remark, number: place + 1, at }] : []
  })
}

const mostWheres = 2

/** "rad 70, rad 212": the places of some values, the first few of them. */
function whereIn(files: readonly SourceFile[], marks: readonly Mark[], places: readonly Place[]): string {
  const words = marks
    .filter(({ place }) => places.includes(place))
    .map(({ file, line }) => {
      const page = files[file]?.lines[line]?.page
      const where = page ? t.page(page) : t.line(line + 1)
      return files.length > 1 ? t.inFile(file + 1, where) : where
    })
  const each = [...new Set(words)]
  return each.slice(0, mostWheres).join(', ') + (each.length > mostWheres ? ' …' : '')
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}

/** Scrolls the text, and the page only where the text is not in a frame of its own: a list that is open would be shut by that. */
function scrollTo(pane: HTMLDivElement | null) {
  const target = pane?.querySelector('.line.on')
  if (!pane || !target || pane.offsetParent === null) return
  if (pane.scrollHeight <= pane.clientHeight)
    return isInView(target) ? undefined : target.scrollIntoView({ block: 'center' })
  const bring = () => {
    const offset = target.getBoundingClientRect().top - pane.getBoundingClientRect().top
    pane.scrollTop += offset - pane.clientHeight / 3
  }
  bring()
  // Parts that were not drawn yet have only now got their height.
  requestAnimationFrame(bring)
}
