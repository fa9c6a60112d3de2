import { useContext } from 'react'
import { Icon } from '@/components/icons'
import { Note } from '@/components/Note'
import { editor as t } from '@/lib/messages/audit'
import type { Place } from '../draft/places'
import type { Remark } from '../draft/remarks'
import { RemarksContext, useRemarks } from './context'

/** What is to be looked at, near the place it is about. */
export function RemarksAt({ place }: { place: Place | readonly Place[] }) {
  const at = [place].flat()
  const remarks = useRemarks(at)
  if (remarks.length === 0) return null
  return (
    <span className="remarks" data-place={at.join(' ')}>
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
export function RemarksSummary({ onGo }: { onGo: (remark: Remark) => void }) {
  const remarks = useContext(RemarksContext)
  return (
    <Note tone="warn" title={t.remarks(remarks.length)}>
      <ul>
        {remarks.map((remark) => (
          <li key={remark.place + remark.words}>
            <a
              href="#main"
              onClick={(event) => {
                event.preventDefault()
                onGo(remark)
              }}
            >
              {remark.words}
            </a>
          </li>
        ))}
      </ul>
    </Note>
  )
}
