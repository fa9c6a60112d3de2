import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Schema } from '@/api/client'
import { Button } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { Pill } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { formatInstant } from '@/lib/dates'
import { common } from '@/lib/messages/common'
import { account as t } from '@/lib/messages/identity'
import { ownSessionsQuery, revokeSession } from './api'
import { deviceName } from './device'

type OwnSession = Schema['OwnSession']

/** Where one's account is signed in; each but this one can be ended. */
export function OwnSessions() {
  const { data: sessions } = useSuspenseQuery(ownSessionsQuery)
  const queryClient = useQueryClient()
  const { mutate, error } = useMutation({
    mutationFn: revokeSession,
    onSuccess: () => showToast({ tone: 'ok', title: t.revoked }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
  const columns: Column<OwnSession>[] = [
    {
      id: 'device',
      header: t.device,
      cell: (session) => (
        <>
          {deviceName(session.userAgent)} {session.current && <Pill tone="acc">{t.thisOne}</Pill>}
        </>
      ),
    },
    { id: 'signedIn', header: t.signedIn, numeric: true, cell: (session) => formatInstant(session.createdAt) },
    { id: 'lastSeen', header: t.lastSeen, numeric: true, cell: (session) => formatInstant(session.lastSeenAt) },
    {
      id: 'revoke',
      header: common.tools,
      tools: true,
      cell: (session) =>
        session.current ? null : (
          <Button small aria-label={t.revokeLabel(deviceName(session.userAgent))} onPress={() => mutate(session.id)}>
            {t.revoke}
          </Button>
        ),
    },
  ]
  return (
    <section aria-labelledby="own-sessions">
      <div className="head">
        <h2 id="own-sessions">{t.sessionsTitle}</h2>
      </div>
      {error && <ProblemNote problem={error} />}
      <div className="panel">
        <DataTable caption={t.sessionsCaption} columns={columns} rows={sessions} rowId={(session) => session.id} />
      </div>
    </section>
  )
}
