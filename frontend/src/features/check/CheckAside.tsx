import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '@/components/DataTable'
import { CheckOutcomeMark } from '@/components/marks'
import { Note } from '@/components/Note'
import { check as t, periodWords } from '@/lib/messages/check'
import { values } from '@/lib/messages/values'
import type { Check } from './api'

type Earlier = Check['earlier'][number]

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
      {check.earlier.length > 0 && (
        <section className="stack tight">
          <h2>{t.earlierTitle}</h2>
          <div className="panel">
            <DataTable
              caption={t.earlierCaption}
              columns={columnsIn(check.year)}
              rows={check.earlier}
              rowId={({ id }) => id}
            />
          </div>
        </section>
      )}
      {check.may.includes('perform') && (
        <Note title={t.cannotTitle}>
          <p>{t.cannot}</p>
        </Note>
      )}
    </div>
  )
}

function columnsIn(year: number): Column<Earlier>[] {
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
