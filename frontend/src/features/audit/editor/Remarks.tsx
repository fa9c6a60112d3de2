import { type MouseEvent, useContext } from 'react'
import { Icon } from '@/components/icons'
import { Note } from '@/components/Note'
import { editor as t } from '@/lib/messages/audit'
import { RemarksContext, useRemarks } from './context'

/** What is to be looked at, near the place it is about. */
export function RemarksAt({ place }: { place: string }) {
  const remarks = useRemarks(place)
  if (remarks.length === 0) return null
  return (
    <span className="remarks" data-place={place}>
      {remarks.map(({ words }) => (
        <span key={words} className="remark">
          <Icon name="warn" />
          {words}
        </span>
      ))}
    </span>
  )
}

/** Everything that is to be looked at, with links to the places. */
export function RemarksSummary() {
  const remarks = useContext(RemarksContext)
  return (
    <Note tone="warn" title={t.remarks(remarks.length)}>
      <ul>
        {remarks.map(({ place, words }) => (
          <li key={place + words}>
            <a href="#main" onClick={(event) => goTo(event, place)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** Moves the focus to the field that a remark is about, or to the first of its part. */
function goTo(event: MouseEvent, place: string) {
  event.preventDefault()
  const remark = document.querySelector(`[data-place="${CSS.escape(place)}"]`)
  const around = remark?.closest('.field, [role="group"], tr, section')
  const field = around?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
