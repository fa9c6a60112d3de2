import type { ReactNode } from 'react'

/** Somebody's words of a report; what the program calls them stands before, in its own voice. */
export function Quoted({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <span className="blk">
      {label && <span className="cap">{label}: </span>}
      <span className="words small written">{children}</span>
    </span>
  )
}
