import { queryOptions } from '@tanstack/react-query'
import { api, call, type Schema } from '@/api/client'

export type ResponseSummary = Schema['ResponseSummary']
export type AuditSummary = Schema['AuditSummary']

const plenty = { pageSize: 200 }

// Each reads nothing when the reader may not see such things: the page is the same for all roles.

/** Responses that are not delivered yet, by the date they are due. */
export function openResponsesQuery(allowed: boolean) {
  return queryOptions({
    queryKey: ['responses', 'open', allowed],
    queryFn: async (): Promise<ResponseSummary[]> => {
      if (!allowed) return []
      const state = ['draft', 'submitted', 'approved', 'decided'] as const
      const { items } = await call(api.GET('/responses', { params: { query: { state: [...state], ...plenty } } }))
      return items
    },
  })
}

/** Audits, by the date an answer is due. */
export function auditsByDueQuery(allowed: boolean) {
  return queryOptions({
    queryKey: ['audits', 'by-due', allowed],
    queryFn: async (): Promise<AuditSummary[]> => {
      if (!allowed) return []
      const { items } = await call(api.GET('/audits', { params: { query: { sort: 'responseDue', ...plenty } } }))
      return items
    },
  })
}

/** Audits that no auditor has confirmed. */
export function unconfirmedAuditsQuery(allowed: boolean) {
  return queryOptions({
    queryKey: ['audits', 'unconfirmed', allowed],
    queryFn: async (): Promise<AuditSummary[]> => {
      if (!allowed) return []
      const { items } = await call(api.GET('/audits', { params: { query: { confirmed: false, ...plenty } } }))
      return items
    },
  })
}
