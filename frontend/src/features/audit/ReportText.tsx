import { type KeyboardEvent, memo, type ReactNode, type RefObject, useMemo } from 'react'
import { Icon } from '@/components/icons'
import { marks as t } from '@/lib/messages/reading'
import { type Label, type LineAt, type Mark, piecesOf, type SourceFile, type Stretch, stretchesOf } from './draft/marks'
import type { Place } from './draft/places'
import type { Remark } from './draft/remarks'

/** What is being looked at: some places of the draft, and the line that a remark speaks of or the first was found in. */
export interface LookedAt {
  places: readonly Place[]
  line?: LineAt | undefined
}

/** A remark at its line, counted from 1 as the summary lists it. */
export interface RemarkAt {
  remark: Remark
  number: number
  at: LineAt
}

interface Shown {
  labels: ReadonlyMap<Place, Label>
  onChoose: (place: Place) => void
  onRemark: (remark: Remark) => void
}

const linesInPart = 40

/** The text of a report's files, with each value marked where it was found; a mark leads to its field. */
export function ReportText({
  pane,
  files,
  marks,
  remarks,
  lookedAt,
  ...shown
}: Shown & {
  pane: RefObject<HTMLDivElement | null>
  files: readonly SourceFile[]
  marks: readonly Mark[]
  remarks: readonly RemarkAt[]
  lookedAt: LookedAt
}) {
  return (
    <div className="panel read-text">
      <div className="in">
        <h2 id="rapportens-text">{t.text}</h2>
        <p className="cap">{t.textHelp}</p>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of its marks */}
      <div
        ref={pane}
        className="scroll source"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
        role="region"
        aria-labelledby="rapportens-text"
        onKeyDown={walkMarks}
      >
        {files.map((file, index) => (
          <FileText
            key={index}
            file={file}
            index={index}
            isNamed={files.length > 1}
            marks={marks}
            remarks={remarks}
            lookedAt={lookedAt}
            {...shown}
          />
        ))}
      </div>
    </div>
  )
}

/** Arrow keys go from a mark to the next: a text has hundreds, and all but one are passed over by Tab. */
function walkMarks(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('.at')]
  const from = marks.indexOf(event.target as HTMLElement)
  const next = step && from >= 0 ? marks[from + step] : undefined
  if (!next) return
  event.preventDefault()
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

function FileText({
  file,
  index,
  isNamed,
  marks,
  remarks,
  lookedAt,
  ...shown
}: Shown & {
  file: SourceFile
  index: number
  isNamed: boolean
  marks: readonly Mark[]
  remarks: readonly RemarkAt[]
  lookedAt: LookedAt
}) {
  const parts = useMemo(() => partsOf(file, index, marks, remarks), [file, index, marks, remarks])
  const line = lookedAt.line?.file === index ? lookedAt.line.line : -1
  return (
    <>
      {isNamed && <h3>{t.file(index + 1, file.name)}</h3>}
      {parts.map((part) => (
        <Part
          key={part.from}
          part={part}
          looked={lookedAt.places.filter((place) => part.places.has(place)).join(' ')}
          line={line >= part.from && line < part.from + linesInPart ? line : -1}
          {...shown}
        />
      ))}
    </>
  )
}

interface TextPart {
  from: number
  lines: readonly {
    text: string
    newPage: number | null
    stretches: readonly Stretch[]
    remarks: readonly RemarkAt[]
  }[]
  places: ReadonlySet<Place>
}

/** A file in parts that are drawn each for itself, so that a text of thousands of lines stays quick. */
function partsOf(
  file: SourceFile,
  index: number,
  marks: readonly Mark[],
  remarks: readonly RemarkAt[],
): readonly TextPart[] {
  const stretches = stretchesOf(
    file,
    marks.filter((mark) => mark.file === index),
  )
  const lines = file.lines.map(({ text, page }, at) => ({
    text,
    newPage: page === file.lines[at - 1]?.page ? null : page,
    stretches: stretches.get(at) ?? [],
    remarks: remarks.filter((remark) => remark.at.file === index && remark.at.line === at),
  }))
  return Array.from({ length: Math.ceil(lines.length / linesInPart) }, (_, part) => {
    const from = part * linesInPart
    const own = lines.slice(from, from + linesInPart)
    return { from, lines: own, places: new Set(own.flatMap((line) => line.stretches.map(({ place }) => place))) }
  })
}

const Part = memo(function Part({
  part,
  looked,
  line,
  ...shown
}: Shown & { part: TextPart; looked: string; line: number }) {
  const places = looked.split(' ')
  return (
    <div className="part">
      {part.lines.map(({ text, newPage, stretches, remarks }, at) => {
        const number = part.from + at
        return (
          <div key={number}>
            {newPage !== null && <p className="pg">{t.page(newPage)}</p>}
            {text.trim() !== '' && (
              <p
                className={number === line ? 'line on' : 'line'}
                data-n={number + 1}
                aria-current={number === line || undefined}
              >
                {remarks.map(({ remark, number: place }) => (
                  <button
                    key={place}
                    type="button"
                    className="at remark-at"
                    tabIndex={number === line ? 0 : -1}
                    title={remark.words}
                    onClick={() => shown.onRemark(remark)}
                  >
                    <Icon name="warn" />
                    {t.remark(place)}
                    <span className="vh">{t.toRemark(remark.words)}</span>
                  </button>
                ))}
                <LineText text={text} stretches={stretches} places={places} {...shown} />
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
})

function LineText({
  text,
  stretches,
  places,
  labels,
  onChoose,
}: Shown & { text: string; stretches: readonly Stretch[]; places: readonly Place[] }) {
  const named = stretches.filter(({ place }) => labels.has(place))
  return piecesOf(text, named).map(({ text: words, covering, beginning }, at) => (
    <span key={at}>
      {beginning.map((place) => {
        const on = places.includes(place)
        const label = labels.get(place)
        return (
          <button
            key={place}
            type="button"
            className={on ? 'at on' : 'at'}
            tabIndex={on ? 0 : -1}
            aria-current={on || undefined}
            title={label?.full}
            data-mark={place}
            onClick={() => onChoose(place)}
          >
            {label?.short}
            <span className="vh">{t.toField(label?.full ?? '')}</span>
          </button>
        )
      })}
      {covering.length > 0 ? (
        <mark className={covering.some((place) => places.includes(place)) ? 'on' : undefined}>{words}</mark>
      ) : (
        withShortLeaders(words)
      )}
    </span>
  ))
}

/** A table of contents fills its lines with dots, which would go on over several lines here, and say nothing read aloud. */
function withShortLeaders(text: string): ReactNode[] {
  return text.split(/(\.{6,})/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="leader" aria-hidden>
        {part}
      </span>
    ) : (
      part
    ),
  )
}
