import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { overview as t } from '@/lib/messages/followup'
import { numbers } from '@/lib/numbers'
import type { Figures, Overview } from './api'
import { doorTo, figureNames, type Within } from './figures'
import { criticismWords, type OverviewSearch } from './search'

interface Row {
  id: string
  name: string
  figures: Figures
  /** What the list is narrowed to; undefined where no filter finds the row's own. */
  within: Within | undefined
}

interface Shown {
  overview: Overview
  within: OverviewSearch
}

export function ByCommittee({ overview, within }: Shown) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const rows = overview.committees.map(({ committeeId, figures }) => ({
    id: committeeId,
    name: committeeName(committees, committeeId),
    figures,
    within: { ...within, namnd: [committeeId] },
  }))
  return (
    <FiguresTable id="committees" title={t.byCommittee} header={t.committee} rows={rows}>
      <Key />
    </FiguresTable>
  )
}

export function ByFirm({ overview, within }: Shown) {
  const rows = overview.firms.map(({ firm, figures }) => ({
    id: firm,
    name: firm || t.noFirm,
    figures,
    within: firm === '' ? undefined : { ...within, firma: firm },
  }))
  return <FiguresTable id="firms" title={t.byFirm} header={t.firm} rows={rows} />
}

export function ByYear({ overview, within }: Shown) {
  const rows = overview.years.map(({ year, figures }) => ({
    id: String(year),
    name: year === null ? t.noYear : String(year),
    figures,
    within: year === null ? undefined : { ...within, ar: year },
  }))
  return <FiguresTable id="years" title={t.byYear} header={t.year} rows={rows} />
}

export function ByCriticism({ overview, within }: Shown) {
  const rows = overview.criticisms.map(({ criticism, figures }) => ({
    id: criticism,
    name: criticismWords[criticism],
    figures,
    within: { ...within, kritik: [criticism] },
  }))
  return <FiguresTable id="criticisms" title={t.byCriticism} header={t.criticism} rows={rows} />
}

function FiguresTable({
  id,
  title,
  header,
  rows,
  children,
}: {
  id: string
  title: string
  header: string
  rows: readonly Row[]
  children?: ReactNode
}) {
  return (
    <section aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      <div className="panel">
        <div className="tbl in">
          <table className="lean wide">
            <caption className="vh">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{header}</th>
                <th scope="col" className="wide-only">
                  {t.howFar}
                </th>
                {figureNames.map((figure) => (
                  <th key={figure} scope="col" className="num">
                    {t.figure[figure]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.name}</th>
                  <td className="wide-only">
                    <Bars figures={row.figures} />
                  </td>
                  {figureNames.map((figure) => (
                    <td key={figure} className="num">
                      {row.within ? (
                        <Link
                          to="/rekommendationer"
                          search={doorTo(figure, row.within)}
                          className={figure === 'overdue' && row.figures.overdue > 0 ? 'late counted' : 'link counted'}
                          aria-label={t.door(t.figure[figure], row.figures[figure], row.name)}
                        >
                          {row.figures[figure]}
                        </Link>
                      ) : (
                        row.figures[figure]
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  )
}

/** The committee's word above, the auditors' below: one voice never takes another's bar. The figures beside say it. */
function Bars({ figures: { given, done, ongoing, confirmed } }: { figures: Figures }) {
  return (
    <span className="meters" aria-hidden="true" {...numbers({ of: given })}>
      <span className="meter">
        <i className="d" {...numbers({ n: done })} />
        <i className="o" {...numbers({ n: ongoing })} />
      </span>
      <span className="meter">
        <i className="v" {...numbers({ n: confirmed })} />
      </span>
    </span>
  )
}

function Key() {
  return (
    <ul className="key end wide-only" aria-label={t.key}>
      {(['d', 'o', 'v'] as const).map((bar) => (
        <li key={bar}>
          <span className="meter" aria-hidden="true">
            <i className={bar} />
          </span>
          {t.keys[{ d: 'done', o: 'ongoing', v: 'confirmed' }[bar] as keyof typeof t.keys]}
        </li>
      ))}
    </ul>
  )
}
