import type { Viewer } from '@/api/session'
import type { AuditSummary, ResponseSummary } from './api'

/** Whose turn it is in each state: those who hold the permission in the response's committee. */
const turns = {
  draft: 'response.draft',
  submitted: 'response.approve',
  approved: 'decision.register',
  decided: 'decision.register',
} as const

export function waitsFor(may: Viewer['may'], { state, committeeId }: ResponseSummary): boolean {
  return state !== 'delivered' && may(turns[state], committeeId)
}

export interface Unanswered {
  audit: AuditSummary
  addressee: AuditSummary['addressees'][number]
}

/** The addressees that have not begun to answer, among the committees in which the viewer drafts; soonest due first. */
export function unansweredFor(may: Viewer['may'], audits: readonly AuditSummary[]): Unanswered[] {
  return audits
    .flatMap((audit) => audit.addressees.map((addressee) => ({ audit, addressee })))
    .filter(({ addressee }) => addressee.response === null && may('response.draft', addressee.committeeId))
    .sort((a, b) => dueOrLast(a).localeCompare(dueOrLast(b)))
}

function dueOrLast({ addressee }: Unanswered): string {
  return addressee.responseDue ?? '9999-12-31'
}

/** The committees in which the session has a role of its own, not one over the whole organization. */
export function ownCommittees(session: Viewer['session']): string[] {
  return [...new Set(session.roles.map(({ committeeId }) => committeeId))].filter((id) => id !== null)
}
