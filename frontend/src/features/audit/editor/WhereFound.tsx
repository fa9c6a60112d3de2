import { useContext } from 'react'
import { Icon } from '@/components/icons'
import { marks as t } from '@/lib/messages/reading'
import type { Place } from '../draft/places'
import { FoundContext } from './context'

/** Where in the report's text a value was found, and the way there. `label` is what the value is called. */
export function WhereFound({ label, at }: { label: string; at: readonly Place[] }) {
  const found = useContext(FoundContext)
  const where = found?.where(at)
  if (!found || !where) return null
  return (
    <button type="button" className="found-at" data-place={at.join(' ')} onClick={() => found.show(at)}>
      <span className="vh">{t.show(label)}</span>
      <Icon name="link" />
      {where}
    </button>
  )
}
