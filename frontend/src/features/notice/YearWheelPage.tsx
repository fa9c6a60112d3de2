import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import type { Schema } from '@/api/client'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/icons'
import { PageHead } from '@/components/PageHead'
import { Select } from '@/components/Select'
import { today } from '@/lib/dates'
import { calendars, duty as dutyWords, wheel as t } from '@/lib/messages/notice'
import { type Duty, wheelQuery } from './api'
import { EditDutyDialog, NewDutyDialog, RemoveDuty, type Shown } from './DutyDialogs'
import { SubscribeDialog } from './SubscribeDialog'
import { Wheel } from './Wheel'
import { nameOf, nextOf, rowsOf } from './year'
import { YearList } from './YearList'

const route = getRouteApi('/shell/arshjul')

/** A committee's year as a picture and as a list. */
export function YearWheelPage() {
  const { namnd, ar } = route.useSearch()
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { session } = useViewer()
  const committee = committees.find(({ id }) => id === namnd) ?? own(committees, session) ?? committees[0]
  if (!committee) {
    return (
      <>
        <PageHead title={t.title} />
        <div className="panel">
          <EmptyState icon="calendar" title={t.noCommittees}>
            {t.noCommitteesHelp}
          </EmptyState>
        </div>
      </>
    )
  }
  const year = ar ?? Number(today().slice(0, 4))
  return <Year shown={{ committeeId: committee.id, committee: committee.content.name, year }} committees={committees} />
}

/** The committee in which the reader has a role. */
function own(committees: readonly Schema['Committee'][], session: Schema['Session']) {
  return committees.find(({ id }) => session.roles.some(({ committeeId }) => committeeId === id))
}

function Year({ shown, committees }: { shown: Shown; committees: readonly Schema['Committee'][] }) {
  const { committeeId, committee, year } = shown
  const { data: wheel } = useSuspenseQuery(wheelQuery(committeeId, year))
  const [open, setOpen] = useState<'new' | 'subscribe' | { edit: Duty } | { remove: Duty }>()
  const close = () => setOpen(undefined)
  const rows = rowsOf(wheel.items)
  const next = nextOf(wheel.items, wheel.today)
  return (
    <>
      <PageHead
        title={t.titleOf(year)}
        sub={next ? t.next(committee, nameOf(next), next.endsOn) : t.noNext(committee)}
        actions={
          <>
            <Years year={year} />
            <Button icon="calendar" onPress={() => setOpen('subscribe')}>
              {calendars.open}
            </Button>
            {wheel.mayAdd && (
              <Button look="go" icon="plus" onPress={() => setOpen('new')}>
                {dutyWords.add}
              </Button>
            )}
          </>
        }
      />
      <ChooseCommittee committeeId={committeeId} committees={committees} />
      <div className="yw">
        <Wheel rows={rows} year={year} today={wheel.today} />
        <section className="panel" aria-labelledby="year-list">
          <div className="in head">
            <h2 id="year-list">{t.list}</h2>
            <span className="cap">
              {t.counts(
                rows.filter(({ number }) => number).length,
                rows.filter(({ item }) => item.kind === 'meeting').length,
              )}
            </span>
          </div>
          {rows.length === 0 ? (
            <EmptyState icon="calendar" title={t.empty}>
              {t.emptyHelp}
            </EmptyState>
          ) : (
            <YearList
              rows={rows}
              year={year}
              today={wheel.today}
              caption={t.caption(year, committee)}
              onEdit={(duty) => setOpen({ edit: duty })}
              onRemove={(duty) => setOpen({ remove: duty })}
            />
          )}
        </section>
      </div>
      {open === 'new' && <NewDutyDialog shown={shown} onClose={close} />}
      {open === 'subscribe' && <SubscribeDialog shown={shown} committees={committees} onClose={close} />}
      {typeof open === 'object' && 'edit' in open && <EditDutyDialog duty={open.edit} shown={shown} onClose={close} />}
      {typeof open === 'object' && 'remove' in open && <RemoveDuty duty={open.remove} onClose={close} />}
    </>
  )
}

function Years({ year }: { year: number }) {
  const { namnd } = route.useSearch()
  const to = (ar: number) => ({ ...(namnd && { namnd }), ar })
  return (
    <nav className="seg" aria-label={t.years}>
      <Link to="/arshjul" search={to(year - 1)} aria-label={t.previous(year - 1)}>
        <Icon name="left" />
        {year - 1}
      </Link>
      <Link to="/arshjul" search={to(year)} aria-current="page">
        {year}
      </Link>
      <Link to="/arshjul" search={to(year + 1)} aria-label={t.following(year + 1)}>
        {year + 1}
        <Icon name="right" />
      </Link>
    </nav>
  )
}

function ChooseCommittee({
  committeeId,
  committees,
}: {
  committeeId: string
  committees: readonly Schema['Committee'][]
}) {
  const navigate = route.useNavigate()
  if (committees.length < 2) return null
  return (
    <div className="row below">
      <Select
        label={t.committee}
        value={committeeId}
        onChange={(namnd) => void navigate({ search: (before) => ({ ...before, namnd }), replace: true })}
        options={committees.map(({ id, content }) => ({ id, label: content.name }))}
      />
    </div>
  )
}
