import { states as t } from '@/lib/messages/common'
import { Icon } from './icons'

/** The states that a document passes, first to last, and which one it is in. */
export function StatesBar<State extends string>({
  label,
  states,
  current,
}: {
  label: string
  states: readonly { id: State; label: string }[]
  current: State
}) {
  const now = states.findIndex((state) => state.id === current)
  return (
    <ol className="states" aria-label={label}>
      {states.map((state, place) => (
        <li
          key={state.id}
          className={place < now ? 'did' : undefined}
          aria-current={place === now ? 'step' : undefined}
        >
          <Icon name={place < now ? 'check' : place === now ? 'p-on' : 'p-none'} />
          <span>
            {place < now && <span className="vh">{t.done}</span>}
            {place === now && <span className="vh">{t.current}</span>}
            {state.label}
          </span>
        </li>
      ))}
    </ol>
  )
}
