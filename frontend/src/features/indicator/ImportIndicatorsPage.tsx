import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { useViewer } from '@/api/session'
import { LinkButton } from '@/components/Button'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Select } from '@/components/Select'
import { SheetImportPanel } from '@/components/sheet/SheetImport'
import { indicatorImport as t, indicators } from '@/lib/messages/indicator'
import { importIndicators } from './api'

const route = getRouteApi('/shell/nyckeltal/las-in')

/** A committee's figures from a spreadsheet, or pasted from one. */
export function ImportIndicatorsPage() {
  const { committeeId: asked } = route.useSearch()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { may } = useViewer()
  const own = committees.filter(({ id }) => may('indicator.edit', id))
  const [committeeId, setCommitteeId] = useState(
    () => (own.find(({ id }) => id === asked) ?? (own.length === 1 ? own[0] : undefined))?.id ?? null,
  )
  const queryClient = useQueryClient()
  return (
    <>
      <PageHead title={t.title} sub={t.sub} crumbs={[{ label: indicators.title, link: { to: '/nyckeltal' } }]} />
      <div className="stack">
        {own.length > 1 && (
          <Select
            label={t.committee}
            name="namnd"
            help={committeeId ? undefined : t.choose}
            value={committeeId}
            onChange={setCommitteeId}
            options={own.map(({ id, content }) => ({ id, label: content.name }))}
          />
        )}
        {committeeId && (
          <SheetImportPanel
            key={committeeId}
            words={t.fields}
            send={(sent) => importIndicators(committeeId, sent)}
            onStored={() => void queryClient.invalidateQueries({ queryKey: ['indicators'] })}
            actions={
              <LinkButton look="go" to="/nyckeltal" search={{ committeeId }}>
                {t.toList}
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
        )}
      </div>
    </>
  )
}
