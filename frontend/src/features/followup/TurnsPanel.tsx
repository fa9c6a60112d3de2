import { overview as t } from '@/lib/messages/followup'
import type { Overview } from './api'
import { figureNames } from './figures'
import { TurnsChart } from './TurnsChart'

/** As it stood at the end of each year, and how long it takes from decision to done. */
export function TurnsPanel({ overview: { turns, daysToDone } }: { overview: Overview }) {
  return (
    <div className="turns">
      <section aria-labelledby="turns">
        <div className="head">
          <h2 id="turns">{t.turns}</h2>
          <span className="cap">{t.turnsHelp}</span>
        </div>
        <div className="panel in stack">
          {turns.length > 1 && <TurnsChart turns={turns} />}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways, and the keyboard has to reach it */}
          <div className="tbl" role="region" aria-label={t.turnsTable} tabIndex={0}>
            <table className="lean">
              <caption className="vh">{t.turns}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.year}</th>
                  {figureNames.map((figure) => (
                    <th key={figure} scope="col" className="num">
                      {t.figure[figure]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {turns.map(({ year, figures }) => (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    {figureNames.map((figure) => (
                      <td key={figure} className="num">
                        {figures[figure]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </section>
      <section aria-labelledby="days">
        <div className="head">
          <h2 id="days">{t.daysToDone}</h2>
        </div>
        <div className="panel in">
          {daysToDone.median === null ? (
            <p className="sub">{t.noMedian}</p>
          ) : (
            <p>
              <b className="figure">{t.median(daysToDone.median)}</b>
              <span className="cap blk">{t.medianOf(daysToDone.count)}</span>
            </p>
          )}
        </div>
      </section>
    </div>
  )
}
