import { Link } from '@tanstack/react-router'
import { Icon, type IconName } from '@/components/icons'
import { overview as t } from '@/lib/messages/followup'
import type { Figures } from './api'
import { doorTo, type Figure, figureNames, shareOf } from './figures'
import type { OverviewSearch } from './search'

const icons: Partial<Record<Figure, IconName>> = {
  answered: 's-min',
  accepted: 's-yes',
  ongoing: 'p-on',
  done: 'p-done',
  confirmed: 'v-ok',
  overdue: 'clock',
  differing: 'differs',
  unexamined: 'eye',
}

/** The headline figures, each with whose word it is. */
export function FiguresPanel({ figures, within }: { figures: Figures; within: OverviewSearch }) {
  return (
    <section className="panel" aria-labelledby="figures">
      <h2 id="figures" className="vh">
        {t.figures}
      </h2>
      <dl className="figures">
        {figureNames.map((figure) => (
          <div key={figure}>
            <dt>
              {icons[figure] && <Icon name={icons[figure]} />}
              {t.figure[figure]}
            </dt>
            <dd>
              <b>
                <Link
                  to="/rekommendationer"
                  search={doorTo(figure, within)}
                  className={figure === 'overdue' && figures.overdue > 0 ? 'late' : undefined}
                  aria-label={`${t.figure[figure]}: ${figures[figure]}`}
                >
                  {figures[figure]}
                </Link>
              </b>
              <span>{[figure !== 'given' && percent(figures, figure), t.said[figure]].filter(Boolean).join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function percent(figures: Figures, figure: Figure): string {
  const share = shareOf(figures, figure)
  return share === undefined ? '' : t.percent(share)
}
