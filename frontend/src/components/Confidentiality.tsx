import { useState } from 'react'
import type { ConfidentialThing } from '@/api/confidentiality'
import { confidentiality as t } from '@/lib/messages/confidentiality'
import { IconButton } from './Button'
import { ConfidentialityDialog } from './ConfidentialityDialog'
import { Pill } from './Note'

/** On which ground a thing is confidential, which also stands in the place of what is hidden, and where it is marked. */
export function Confidentiality({
  thing,
  id,
  name,
  ground,
  mayMark = false,
}: {
  thing: ConfidentialThing
  id: string
  /** What the thing is called among those beside it. */
  name: string
  ground: string | null
  mayMark?: boolean
}) {
  const [marking, setMarking] = useState(false)
  if (ground === null && !mayMark) return null
  return (
    <span className="row">
      {ground !== null && <Pill icon="shield">{t.by(ground)}</Pill>}
      {mayMark && <IconButton label={t.of(name)} icon="shield" onPress={() => setMarking(true)} />}
      {marking && (
        <ConfidentialityDialog
          thing={thing}
          id={id}
          ground={ground}
          title={t.of(name)}
          onClose={() => setMarking(false)}
        />
      )}
    </span>
  )
}
