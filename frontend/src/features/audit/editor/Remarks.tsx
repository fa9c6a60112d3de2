import { useContext } from 'react'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Choices'
import { Icon } from '@/components/icons'
import { Note } from '@/components/Note'
import { editor as t } from '@/lib/messages/audit'
import type { Place } from '../draft/places'
import type { Remark } from '../draft/remarks'
import type { RemarkWalk } from '../useRemarkWalk'
import { RemarksContext } from './context'

/** What is to be looked at, near the place it is about. */
export function RemarksAt({ place }: { place: Place | readonly Place[] }) {
  const walk = useContext(RemarksContext)
  const at = [place].flat()
  const remarks = walk?.remarks.filter((remark) => at.includes(remark.place)) ?? []
  if (!walk || remarks.length === 0) return null
  return (
    <span className="remarks" data-place={at.join(' ')}>
      {remarks.map((remark) => (
        <span key={remark.words} className={walk.seen.has(remark) ? 'remark seen' : 'remark'}>
          <Icon name={walk.seen.has(remark) ? 'check' : 'warn'} />
          {remark.words}
          <Seen remark={remark} walk={walk} />
        </span>
      ))}
    </span>
  )
}

/** Everything that is to be looked at, with links to the places. */
export function RemarksSummary({ walk }: { walk: RemarkWalk }) {
  const { remarks, current, left } = walk
  return (
    <Note tone={left > 0 ? 'warn' : 'ok'} title={t.remarks(remarks.length, left)}>
      <p>{t.walkHelp}</p>
      <ol className="c remark-list">
        {remarks.map((remark) => (
          <li key={remark.place + remark.words}>
            <a
              href="#main"
              aria-current={remark === current ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault()
                walk.goTo(remark)
              }}
            >
              {remark.words}
            </a>
            <Seen remark={remark} walk={walk} />
          </li>
        ))}
      </ol>
    </Note>
  )
}

/** The way from one remark to the next, where it is always in reach, and how many are left. */
export function RemarkSteps({ walk }: { walk: RemarkWalk }) {
  const { remarks, current, left } = walk
  return (
    <div className="row remark-steps" role="group" aria-label={t.walk}>
      <Button small icon="left" onPress={() => walk.step(-1)}>
        {t.previousRemark}
      </Button>
      <Button small icon="right" onPress={() => walk.step(1)}>
        {t.nextRemark} <kbd>F8</kbd>
      </Button>
      <span className="cap" role="status">
        {current && t.remarkAt(remarks.indexOf(current) + 1, remarks.length)}
        {current && <span className="vh"> {current.words}</span>}
      </span>
      <span className={left > 0 ? 'left' : 'cap'}>{t.remarksLeft(left)}</span>
    </div>
  )
}

/** Said by the person alone: nothing is taken for seen because it has been on the screen. */
function Seen({ remark, walk }: { remark: Remark; walk: RemarkWalk }) {
  return (
    <span className="seen-it">
      <Checkbox
        label={
          <>
            {t.seen}
            <span className="vh"> {remark.words}</span>
          </>
        }
        value={walk.seen.has(remark)}
        onChange={(isSeen) => walk.markSeen(remark, isSeen)}
      />
    </span>
  )
}
