import { expect, it } from 'vitest'
import { allows } from '@/api/session'
import type { AuditSummary, ResponseSummary } from './api'
import { unansweredFor, waitsFor } from './waiting'

function viewerWith(permission: string, committeeId: string) {
  const session = { permissions: [{ permission, committeeId }] } as Parameters<typeof allows>[0]
  return (asked: string, committee?: string) => allows(session, asked, committee)
}

function response(state: ResponseSummary['state'], committeeId = 'own'): ResponseSummary {
  return {
    id: '1',
    auditId: '2',
    auditTitle: 'Bisysslor',
    committeeId,
    registryNumber: '',
    responseDue: null,
    state,
    decidedOn: null,
    supplementsId: null,
  }
}

it('a response waits for those whose turn it is, in their own committee', () => {
  const officer = viewerWith('response.draft', 'own')
  expect(waitsFor(officer, response('draft'))).toBe(true)
  expect(waitsFor(officer, response('draft', 'another'))).toBe(false)
  expect(waitsFor(officer, response('submitted'))).toBe(false)
  expect(waitsFor(viewerWith('response.approve', 'own'), response('submitted'))).toBe(true)
  const secretary = viewerWith('decision.register', 'own')
  expect(waitsFor(secretary, response('approved'))).toBe(true)
  expect(waitsFor(secretary, response('decided'))).toBe(true)
  expect(waitsFor(secretary, response('delivered'))).toBe(false)
})

it('an audit waits for the committees that have not begun to answer it, the soonest first', () => {
  const addressee = (id: string, committeeId: string, responseDue: string | null, begun = false) => ({
    id,
    committeeId,
    registryNumber: '',
    responseDue,
    response: begun ? { id: 'r', state: 'draft' as const, decidedOn: null } : null,
  })
  const audit = (title: string, addressees: AuditSummary['addressees']) =>
    ({ id: title, title, addressees }) as AuditSummary
  const found = unansweredFor(viewerWith('response.draft', 'own'), [
    audit('utan datum', [addressee('1', 'own', null)]),
    audit('sen', [addressee('2', 'own', '2024-05-01'), addressee('3', 'another', '2024-02-01')]),
    audit('snart', [addressee('4', 'own', '2024-03-01')]),
    audit('påbörjad', [addressee('5', 'own', '2024-01-01', true)]),
  ])
  expect(found.map(({ audit: { title } }) => title)).toEqual(['snart', 'sen', 'utan datum'])
})
