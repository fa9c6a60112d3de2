import type { LinkProps } from '@tanstack/react-router'
import type { WaitingItem } from './api'

/** Where what waits is done. */
export function doorOf({ kind, thing, id, committeeId }: WaitingItem): LinkProps {
  switch (thing) {
    case 'audit':
      return { to: '/granskningar/$id', params: { id } }
    case 'response':
      return { to: kind === 'decide_response' ? '/yttranden/$id/beslut' : '/yttranden/$id', params: { id } }
    case 'input_request':
      return { to: '/underlag' }
    case 'measure':
      return { to: '/mina-atgarder' }
    case 'assignment':
      return { to: '/rekommendationer/$id', params: { id } }
    case 'round':
      return { to: '/uppfoljningar/$id', params: { id } }
    case 'check':
      return { to: '/kontroller/$id', params: { id } }
    case 'deviation':
      return { to: '/kontrollavvikelser/$id', params: { id } }
    case 'control_plan':
      return { to: '/internkontroll/$id', params: { id } }
    case 'meeting':
      return { to: '/administration/namnder/$id/sammantraden', params: { id: committeeId ?? '' } }
  }
}

/** A response that is still on its way to a meeting is shown with the way there. */
export function hasWay({ kind }: WaitingItem): boolean {
  return (
    kind === 'finish_draft' || kind === 'revise_returned' || kind === 'approve_response' || kind === 'decide_response'
  )
}
