import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useViewer } from '@/api/session'
import { FileLink, LinkButton } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { PageHead } from '@/components/PageHead'
import { Skeleton } from '@/components/Skeleton'
import { masked } from '@/api/masked'
import { today } from '@/lib/dates'
import { overview as t } from '@/lib/messages/followup'
import { overviewQuery } from './api'
import { FiguresPanel } from './FiguresPanel'
import { ByCommittee, ByCriticism, ByFirm, ByYear } from './FiguresTables'
import { AnswersHidden, LeftOut } from '@/components/LeftOut'
import { OverviewFilters } from './OverviewFilters'
import { overviewQueryOf, statusReportAddress } from './search'
import { TurnsPanel } from './TurnsPanel'

const route = getRouteApi('/shell/oversikt')

/** The figures of the follow-up. Every one is a door to the list that it counts. */
export function OverviewPage() {
  const search = route.useSearch()
  const { may } = useViewer()
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub(today())}
        actions={
          <>
            <LinkButton look="plain" icon="recommendations" to="/rekommendationer" search={search}>
              {t.toList}
            </LinkButton>
            <FileLink look="plain" href={statusReportAddress('pdf', search.namnd)} download>
              {t.statusReport.pdf}
            </FileLink>
            <FileLink look="plain" href={statusReportAddress('docx', search.namnd)} download>
              {t.statusReport.docx}
            </FileLink>
            {may('confidential.read') && (
              <FileLink look="plain" href={masked(statusReportAddress('pdf', search.namnd))} download>
                {t.statusReport.masked}
              </FileLink>
            )}
          </>
        }
      />
      <OverviewFilters search={search} />
      <Suspense fallback={<Skeleton />}>
        <Figures />
      </Suspense>
    </>
  )
}

function Figures() {
  const search = route.useSearch()
  const { data } = useSuspenseQuery(overviewQuery(overviewQueryOf(search)))
  if (data.total.given === 0)
    return (
      <div className="panel">
        <EmptyState icon="report" title={t.empty}>
          {t.emptyHelp}
        </EmptyState>
      </div>
    )
  return (
    <div className="stack">
      <LeftOut count={data.leftOut} />
      <AnswersHidden count={data.answersHidden} />
      <FiguresPanel figures={data.total} within={search} />
      <ByCommittee overview={data} within={search} />
      <ByFirm overview={data} within={search} />
      <ByYear overview={data} within={search} />
      <ByCriticism overview={data} within={search} />
      <TurnsPanel overview={data} />
    </div>
  )
}
