import { useState } from 'react'
import type { ConfidentialThing } from '@/api/confidentiality'
import { confidentiality as t } from '@/lib/messages/confidentiality'
import { IconButton } from './Button'
import { ConfidentialityDialog } from './ConfidentialityDialog'
import { Pill } from './Note'

interface Marked {
  thing: ConfidentialThing
  id: string
  /** What the thing is called among those beside it. */
  name: string
  ground: string | null
}

/** On which ground a thing is confidential; stands also in the place of what is hidden. */
export function ConfidentialPill({ ground }: Pick<Marked, 'ground'>) {
  return ground !== null && <Pill icon="shield">{t.by(ground)}</Pill>
}

/** The button that marks a thing as confidential, or takes the mark away. */
export function MarkButton({ thing, id, name, ground }: Marked) {
  const [marking, setMarking] = useState(false)
  return (
    <>
      <IconButton label={t.of(name)} icon="shield" onPress={() => setMarking(true)} />
      {marking && (
        <ConfidentialityDialog
          thing={thing}
          id={id}
          ground={ground}
          title={t.of(name)}
          onClose={() => setMarking(false)}
        />
      )}
    </>
  )
}

/** The ground and the button beside each other. */
export function Confidentiality({ mayMark, ...marked }: Marked & { mayMark: boolean }) {
  if (marked.ground === null && !mayMark) return null
  return (
    <span className="row">
      <ConfidentialPill ground={marked.ground} />
      {mayMark && <MarkButton {...marked} />}
    </span>
  )
}
