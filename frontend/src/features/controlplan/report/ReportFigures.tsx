import { checkMarks, type CheckStanding } from '@/components/marks'
import { controls, planReport as t } from '@/lib/messages/controls'
import type { ControlPlan } from '../api'
import { areasOf, type Counts, countsOf } from '../controls/marks'

const columns: readonly { standing: CheckStanding; header: string }[] = [
  { standing: 'no_deviation', header: checkMarks.no_deviation.word },
  { standing: 'minor_deviation', header: checkMarks.minor_deviation.word },
  { standing: 'major_deviation', header: checkMarks.major_deviation.word },
  { standing: 'not_performed', header: checkMarks.not_performed.word },
  { standing: 'late', header: t.late },
  { standing: 'planned', header: t.ahead },
]

/** The year's checks by control area and outcome: each row adds up to its checks, each column to all of them. */
export function ReportFigures({ plan }: { plan: ControlPlan }) {
  return (
    <section className="panel" aria-labelledby="figures">
      <div className="in head">
        <h2 id="figures">{t.figures}</h2>
        <span className="cap">{t.figuresHelp}</span>
      </div>
      <div className="tbl">
        <table>
          <caption className="vh">{t.figuresCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.area}</th>
              <th scope="col" className="num">
                {t.all}
              </th>
              {columns.map(({ standing, header }) => (
                <th key={standing} scope="col" className="num">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areasOf(plan.controls).map((area) => (
              <Row key={area.name} name={area.name || controls.noArea} counts={countsOf(plan, area.controls)} />
            ))}
          </tbody>
          <tfoot>
            <Row name={t.total} counts={countsOf(plan)} />
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function Row({ name, counts }: { name: string; counts: Counts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">
        <b>{counts.all}</b>
      </td>
      {columns.map(({ standing }) => (
        <td key={standing} className="num">
          {counts[standing]}
        </td>
      ))}
    </tr>
  )
}
