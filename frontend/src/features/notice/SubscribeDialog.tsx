import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { committeeName } from '@/api/queries'
import type { Schema } from '@/api/client'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { type Column, DataTable } from '@/components/DataTable'
import { Dialog } from '@/components/Dialog'
import { ProblemNote } from '@/components/ProblemNote'
import { optionsOf } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { dateOf } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { calendars as t } from '@/lib/messages/notice'
import { type CalendarFeed, feedsQuery, makeFeed, revokeFeed } from './api'
import type { Shown } from './DutyDialogs'

/** Makes secret addresses of calendars, shows each once, and ends them. */
export function SubscribeDialog({
  shown,
  committees,
  onClose,
}: {
  shown: Shown
  committees: readonly Schema['Committee'][]
  onClose: () => void
}) {
  const [what, setWhat] = useState<'committee' | 'own'>('committee')
  const queryClient = useQueryClient()
  const making = useMutation({
    mutationFn: () => makeFeed(newId(), what === 'own' ? null : shown.committeeId),
    onSettled: () => queryClient.invalidateQueries({ queryKey: feedsQuery.queryKey }),
  })
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.help}</p>
      <Choices label={t.what} value={what} onChange={setWhat} options={optionsOf(t.kinds(shown.committee))} />
      <div className="row">
        <Button look="go" isPending={making.isPending} onPress={() => making.mutate()}>
          {t.make}
        </Button>
      </div>
      {making.error && <ProblemNote problem={making.error} />}
      {making.data && <Address key={making.data.feed.id} path={making.data.path} />}
      <Feeds committees={committees} />
    </Dialog>
  )
}

/** A new address; nobody can read it again. */
function Address({ path }: { path: string }) {
  const [copied, setCopied] = useState(false)
  const address = window.location.origin + path
  return (
    <div>
      <p className="label" id="calendar-address">
        {t.address}
      </p>
      <div className="row">
        <code className="secret" aria-labelledby="calendar-address">
          {address}
        </code>
        <Button small onPress={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {t.copy}
        </Button>
        <span role="status" className="cap">
          {copied ? t.copied : ''}
        </span>
      </div>
    </div>
  )
}

function Feeds({ committees }: { committees: readonly Schema['Committee'][] }) {
  const { data: feeds = [] } = useQuery(feedsQuery)
  const queryClient = useQueryClient()
  const { mutate, error } = useMutation({
    mutationFn: revokeFeed,
    onSuccess: () => showToast({ tone: 'ok', title: t.revoked }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: feedsQuery.queryKey }),
  })
  if (feeds.length === 0) return null
  const name = ({ committeeId }: CalendarFeed) =>
    committeeId === null ? t.own : t.of(committeeName(committees, committeeId))
  const columns: Column<CalendarFeed>[] = [
    { id: 'what', header: t.what, cell: name },
    { id: 'made', header: t.made, cell: ({ madeAt }) => <span className="nb">{dateOf(madeAt)}</span> },
    { id: 'lastRead', header: t.lastRead, cell: ({ lastReadOn }) => lastReadOn ?? t.neverRead },
    {
      id: 'revoke',
      header: common.tools,
      tools: true,
      cell: (feed) => (
        <Button small aria-label={t.revokeLabel(name(feed), dateOf(feed.madeAt))} onPress={() => mutate(feed.id)}>
          {t.revoke}
        </Button>
      ),
    },
  ]
  return (
    <section aria-labelledby="calendars" className="stack tight">
      <h3 id="calendars">{t.listTitle}</h3>
      {error && <ProblemNote problem={error} />}
      <DataTable caption={t.list} columns={columns} rows={feeds} rowId={({ id }) => id} />
    </section>
  )
}
