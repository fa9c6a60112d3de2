import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { CheckOutcomeMark } from '@/components/marks'
import { Note } from '@/components/Note'
import { check as t, periodWords } from '@/lib/messages/check'
import { values } from '@/lib/messages/values'
import type { Check } from './api'

type EarlierCheck = Check['earlier'][number]

/** What one looks back at; the rest of the years is asked for. */
const shownAtFirst = 6

/** What the check is a part of: the control, how it has gone before, and what to do when it cannot be made. */
export function CheckAside({ check }: { check: Check }) {
  return (
    <div className="stack">
      <section className="panel in stack tight">
        <h2>{t.aboutTitle}</h2>
        <dl className="kv">
          <dt>{t.method}</dt>
          <dd>{check.control.method || '–'}</dd>
          <dt>{t.frequency}</dt>
          <dd>{values.frequency[check.control.frequency]}</dd>
          <dt>{t.responsible}</dt>
          <dd>
            {check.control.function}
            <span className="cap blk">{check.person?.name ?? t.nobody}</span>
          </dd>
          {check.risks.length > 0 && (
            <>
              <dt>{t.riskHead}</dt>
              <dd>
                {check.risks.map(({ id, number, title, current }) => (
                  <span key={id} className="blk">
                    {t.risk(number)} {title}
                    {current && `, ${values.riskLevel[current.level].toLowerCase()} ${current.value}`}
                  </span>
                ))}
              </dd>
            </>
          )}
        </dl>
      </section>
      {check.earlier.length > 0 && <Earlier check={check} />}
      {check.may.includes('perform') && (
        <Note title={t.cannotTitle}>
          <p>{t.cannot}</p>
        </Note>
      )}
    </div>
  )
}

function Earlier({ check: { earlier, year } }: { check: Check }) {
  const [isWhole, setWhole] = useState(false)
  return (
    <section className="stack tight">
      <h2>{t.earlierTitle}</h2>
      <div className="panel">
        <DataTable
          caption={t.earlierCaption}
          columns={columnsIn(year)}
          rows={isWhole ? earlier : earlier.slice(0, shownAtFirst)}
          rowId={({ id }) => id}
        />
      </div>
      {!isWhole && earlier.length > shownAtFirst && (
        <p>
          <Button small onPress={() => setWhole(true)}>
            {t.allEarlier(earlier.length)}
          </Button>
        </p>
      )}
    </section>
  )
}

function columnsIn(year: number): Column<EarlierCheck>[] {
  return [
    {
      id: 'period',
      header: t.period,
      cell: ({ id, periodStart, periodEnd }) => (
        <Link className="link" to="/kontroller/$id" params={{ id }}>
          {periodWords(periodStart, periodEnd, year)}
        </Link>
      ),
    },
    { id: 'outcome', header: t.outcome, cell: ({ outcome }) => <CheckOutcomeMark standing={outcome} /> },
    {
      id: 'deviating',
      header: t.short,
      numeric: true,
      cell: ({ sample, deviating }) => (sample === null || deviating === null ? '–' : t.of(deviating, sample)),
    },
  ]
}
