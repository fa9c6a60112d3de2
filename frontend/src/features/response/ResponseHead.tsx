import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { committeeName, committeesQuery } from '@/api/queries'
import { DueDate } from '@/components/marks'
import { PageHead } from '@/components/PageHead'
import { StatesBar } from '@/components/StatesBar'
import { response as t, responses } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import type { Response, ResponseState } from './api'
import { subjectOf } from './parts'

const states = (Object.keys(values.responseState) as ResponseState[]).map((id) => ({
  id,
  label: values.responseState[id],
}))

/** Whose response it is, to which audit, by when, and how far it has come. */
export function ResponseHead({ response, actions }: { response: Response; actions?: ReactNode }) {
  return (
    <>
      <PageHead
        title={(response.supplementsId ? t.supplementHead : t.head)(subjectOf(response.auditTitle))}
        crumbs={[
          { label: responses.audits, link: { to: '/granskningar' } },
          { label: response.auditTitle, link: { to: '/granskningar/$id', params: { id: response.auditId } } },
        ]}
        sub={<Facts response={response} />}
        actions={actions}
      />
      <div className="row far below">
        <StatesBar label={t.states} states={states} current={response.state} />
        <span className="cap">{t.version(response.version)}</span>
      </div>
    </>
  )
}

function Facts({ response }: { response: Response }) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const { committeeId, registryNumber, responseDue, state } = response
  return (
    <>
      {[committeeName(committees, committeeId), registryNumber, responseDue ? t.due : t.noDue]
        .filter(Boolean)
        .join(' · ')}{' '}
      {responseDue && <DueDate date={responseDue} settled={state === 'delivered'} />}
    </>
  )
}
