import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { reminderChoiceQuery } from '@/api/queries'
import { Button, LinkButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { FilterChip } from '@/components/FilterChip'
import { Note, Pill } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { Pagination } from '@/components/Pagination'
import { ProblemNote } from '@/components/ProblemNote'
import { optionsOf } from '@/components/Select'
import { showToast } from '@/components/Toasts'
import { formatInstant } from '@/lib/dates'
import { common } from '@/lib/messages/common'
import { mail as t } from '@/lib/messages/notice'
import { wordOf } from '@/lib/messages/values'
import { type Mail, mailPageSize, mailQuery, retryMail } from './api'

const route = getRouteApi('/shell/administration/utskick')

/** What was, is or could not be sent to the organization's people; never its text. */
export function MailPage() {
  const { lage: state, page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: mails } = useSuspenseQuery(mailQuery(state, page))
  const { data: choice } = useSuspenseQuery(reminderChoiceQuery)
  const queryClient = useQueryClient()
  const { mutate, error } = useMutation({
    mutationFn: ({ id }: Mail) => retryMail(id),
    onSuccess: () => showToast({ tone: 'ok', title: t.retried }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['mail'] }),
  })
  return (
    <>
      <PageHead title={t.title} sub={t.sub} />
      {!choice.mailIsOn && (
        <div className="row below">
          <Note title={t.off} tone="warn">
            <p>{t.offHelp}</p>
          </Note>
        </div>
      )}
      <div className="filters">
        <FilterChip
          label={t.stateFilter}
          options={optionsOf(t.states)}
          single
          chosen={state ? [state] : []}
          onChange={(chosen) => {
            const lage = chosen.at(-1)
            void navigate({ search: lage ? { lage } : {}, replace: true })
          }}
        />
      </div>
      {error && <ProblemNote problem={error} />}
      <div className="panel">
        {mails.items.length === 0 ? (
          <Nothing filtered={state !== undefined} />
        ) : (
          <>
            <DataTable caption={t.caption} columns={columns(mutate)} rows={mails.items} rowId={({ id }) => id} />
            <Pagination page={page} pageSize={mailPageSize} total={mails.total} />
          </>
        )}
      </div>
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (!filtered) {
    return (
      <EmptyState icon="mail" title={t.empty}>
        {t.emptyHelp}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="mail"
      title={t.noHits}
      actions={<LinkButton to="/administration/utskick">{t.showAll}</LinkButton>}
    />
  )
}

function columns(retry: (mail: Mail) => void): Column<Mail>[] {
  return [
    { id: 'person', header: t.person, cell: ({ person }) => person.name },
    { id: 'kind', header: t.kind, cell: ({ kind }) => wordOf(t.kinds, kind) },
    { id: 'made', header: t.made, cell: ({ madeAt }) => <span className="nb">{formatInstant(madeAt)}</span> },
    { id: 'state', header: t.state, cell: (mail) => <State mail={mail} /> },
    {
      id: 'retry',
      header: common.tools,
      tools: true,
      cell: (mail) =>
        mail.state === 'dead' && (
          <Button small aria-label={t.retryLabel(mail.person.name)} onPress={() => retry(mail)}>
            {t.retry}
          </Button>
        ),
    },
  ]
}

function State({ mail: { state, attempts, nextAttemptAt, sentAt, lastError } }: { mail: Mail }) {
  if (state === 'sent' && sentAt) return <Pill tone="ok">{t.sentAt(formatInstant(sentAt))}</Pill>
  const next = nextAttemptAt ? formatInstant(nextAttemptAt) : ''
  return (
    <>
      {state === 'dead' ? (
        <Pill tone="bad">{t.dead(attempts)}</Pill>
      ) : (
        <Pill>{attempts === 0 ? t.waits : t.waitsAgain(attempts, next)}</Pill>
      )}
      {lastError && <span className="cap blk">{t.serverSaid(lastError)}</span>}
    </>
  )
}
