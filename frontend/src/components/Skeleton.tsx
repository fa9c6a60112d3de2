import { useEffect, useState } from 'react'
import { common } from '@/lib/messages/common'

const patienceMs = 300

/** Grey lines where text will come; shown only when the wait is felt. */
export function Skeleton({ lines = 4, label = common.loading }: { lines?: number; label?: string }) {
  const [felt, setFelt] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="in stack" aria-busy="true">
      <span className="vh" role="status">
        {felt ? label : ''}
      </span>
      {felt && Array.from({ length: lines }, (_, line) => <span key={line} className={`skel skel-${line % 4}`} />)}
    </div>
  )
}
