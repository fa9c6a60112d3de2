import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { LinkButton } from '@/components/Button'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { SheetImportPanel } from '@/components/sheet/SheetImport'
import { operationalPlans, planImport as t } from '@/lib/messages/operationalplan'
import { importActions, operationalPlanQuery } from './api'

const route = getRouteApi('/shell/verksamhetsplan/$id/las-in')

/** A draft's actions from a spreadsheet, or pasted from one. */
export function ImportActionsPage() {
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(operationalPlanQuery(id))
  // As it was first read: what somebody else does meanwhile is not written over.
  const [plan] = useState(data)
  const queryClient = useQueryClient()
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.sub}
        crumbs={[
          { label: operationalPlans.title, link: { to: '/verksamhetsplan' } },
          { label: plan.content.title, link: { to: '/verksamhetsplan/$id', params: { id } } },
        ]}
      />
      <SheetImportPanel
        words={t.fields}
        send={(sent) => importActions(plan, sent)}
        onStored={() => void queryClient.invalidateQueries({ queryKey: ['operational-plans', 'plan', id] })}
        actions={
          <LinkButton look="go" to="/verksamhetsplan/$id" params={{ id }}>
            {t.toPlan}
          </LinkButton>
        }
        aside={
          <aside className="stack">
            <Note title={t.helpTitle}>
              <p>{t.help}</p>
            </Note>
          </aside>
        }
      />
    </>
  )
}
