import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components'
import { sheet as t } from '@/lib/messages/sheet'
import { ProblemNote } from '../ProblemNote'
import { ChooseFile, HandIn } from './HandIn'
import type { Sheet } from './useSheet'

/** A file handed in, read, and shown by `children`; then what `done` says. */
export function OnItsWay<Found extends { imported: boolean; rows: number }>({
  sheet,
  aside,
  done,
  children,
}: {
  sheet: Sheet<Found>
  /** Beside the place to hand in. */
  aside?: ReactNode
  done: (found: Found) => ReactNode
  children: (found: Found) => ReactNode
}) {
  const { file, found, isReading, isStoring, problem } = sheet
  if (found?.imported) return <div className="stack">{done(found)}</div>
  return (
    <div className="stack">
      {problem && <ProblemNote problem={problem} />}
      {file && !problem ? (
        <div className="panel in row far">
          <span>
            <b className="name">{file.name}</b> {found && <span className="cap nb">{t.rows(found.rows)}</span>}
          </span>
          <ChooseFile words={t.other} onChoose={sheet.choose} />
        </div>
      ) : (
        <HandIn onChoose={sheet.choose} aside={aside} />
      )}
      {isReading && file && !found && <Waiting label={t.reading(file.name)} />}
      {isStoring && found && <Waiting label={t.storing(found.rows)} />}
      {found && !problem && children(found)}
    </div>
  )
}

function Waiting({ label }: { label: string }) {
  return (
    <section className="panel in">
      <ProgressBar isIndeterminate aria-label={label} className="waiting">
        <b>{label}</b>
        <span className="skel" />
      </ProgressBar>
    </section>
  )
}
