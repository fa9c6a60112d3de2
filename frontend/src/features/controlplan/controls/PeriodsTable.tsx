import { CheckOutcomeMark } from '@/components/marks'
import { Link } from '@tanstack/react-router'
import { controlFields as t } from '@/lib/messages/controls'
import { checkLink } from './checkLink'
import type { Mark } from './marks'
import { periodWords } from './months'

/** Each check of a control by its period, with its planned and its last day; what has come of it where it is one. */
export function PeriodsTable({ marks, year }: { marks: readonly Mark[]; year: number }) {
  const areChecks = marks.some(({ id }) => id !== null)
  return (
    <div className="tbl">
      <table>
        <caption className="vh">{t.previewCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.planned}</th>
            <th scope="col">{t.last}</th>
            {areChecks && <th scope="col">{t.outcome}</th>}
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <tr key={mark.id ?? mark.periodEnd}>
              <th scope="row">
                {mark.id === null ? (
                  periodWords(mark, year)
                ) : (
                  <Link className="link" {...checkLink(mark.id)}>
                    {periodWords(mark, year)}
                  </Link>
                )}
              </th>
              <td className="nb">{mark.plannedOn}</td>
              <td className="nb">{mark.lastOn}</td>
              {areChecks && (
                <td>
                  <CheckOutcomeMark standing={mark.standing} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
