import { Link } from '@tanstack/react-router'
import { useViewer } from '@/api/session'
import { LinkButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { ProgressMark, VerdictMark } from '@/components/marks'
import { Pill } from '@/components/Note'
import { assignments, rounds as t } from '@/lib/messages/followup'
import type { RoundItem } from '../api'
import type { CommitteePart } from './byCommittee'

/** What one committee is asked, what it has answered and what the auditors say of it. */
export function CommitteeItems({
  part: { committeeId, name, isOwn, items },
  isOpen,
}: {
  part: CommitteePart
  isOpen: boolean
}) {
  const { may } = useViewer()
  const mayAnswer = isOpen && may('progress.report', committeeId)
  const answered = items.filter(({ report }) => report !== null).length
  const id = `committee-${committeeId}`
  return (
    <section aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{name}</h2>
        {isOwn && <Pill tone="acc">{t.own}</Pill>}
        <span className="cap">{t.committeeCount(answered, items.length)}</span>
      </div>
      <div className="panel evenly">
        <DataTable
          wide
          caption={name}
          columns={columns(mayAnswer)}
          rows={items}
          rowId={({ assignment }) => assignment.id}
        />
      </div>
    </section>
  )
}

const columns = (mayAnswer: boolean): Column<RoundItem>[] => [
  {
    id: 'recommendation',
    header: t.recommendation,
    cell: ({ assignment: { id, text, auditTitle, number } }) => (
      <>
        <Link className="link words small" to="/rekommendationer/$id" params={{ id }}>
          {text}
        </Link>
        <span className="cap blk">{`${auditTitle}, ${assignments.numbered(number)}`}</span>
      </>
    ),
  },
  {
    id: 'report',
    header: t.report,
    cell: (item) => <Answer item={item} mayAnswer={mayAnswer} />,
  },
  {
    id: 'verdict',
    header: t.verdict,
    cell: ({ verdict }) =>
      verdict ? (
        <span>
          <VerdictMark verdict={verdict.verdict} />
          <Said {...verdict} />
        </span>
      ) : (
        <span className="dim">{t.noVerdict}</span>
      ),
  },
]

function Answer({ item: { assignment, report }, mayAnswer }: { item: RoundItem; mayAnswer: boolean }) {
  if (report)
    return (
      <span>
        <ProgressMark progress={report.progress} />
        <Said {...report} />
      </span>
    )
  const { id, text } = assignment
  return (
    <span className="row">
      <span className="dim">{t.noReport}</span>
      {mayAnswer && (
        <LinkButton small to="/rekommendationer/$id" params={{ id }} aria-label={t.answerLabel(text)}>
          {t.answer}
        </LinkButton>
      )}
    </span>
  )
}

function Said({ comment, on, by }: { comment: string; on: string; by: { name: string } }) {
  return (
    <>
      {comment && <span className="words small written blk">{comment}</span>}
      <span className="cap blk">{t.by(on, by.name)}</span>
    </>
  )
}
