import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type Control, controlPlanQuery } from '../api'
import { ChosenRisksPanel } from './ChosenRisksPanel'
import { EditControlDialog, NewControlDialog } from './ControlDialogs'
import { ControlSheet } from './ControlSheet'
import { ControlsPanel } from './ControlsPanel'
import { RemoveControl } from './RemoveControl'

const route = getRouteApi('/shell/internkontroll/$id/kontroller')

/** The chosen risks and the controls that answer to them. One control at a time is read over the page, by its address. */
export function ControlsTab({ ties }: { ties: (controlId: string) => ReactNode }) {
  const { id } = route.useParams()
  const { kontroll } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: plan } = useSuspenseQuery(controlPlanQuery(id))
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<Control>()
  const [removing, setRemoving] = useState<Control>()
  const shown = plan.controls.find((control) => control.id === kontroll)
  return (
    <div className="stack">
      <ChosenRisksPanel plan={plan} />
      <ControlsPanel plan={plan} onAdd={() => setAdding(true)} onEdit={setEditing} onRemove={setRemoving} />
      {shown && (
        <ControlSheet
          plan={plan}
          control={shown}
          ties={ties(shown.id)}
          onClose={() => void navigate({ search: {}, resetScroll: false })}
        />
      )}
      {adding && <NewControlDialog plan={plan} onClose={() => setAdding(false)} />}
      {editing && <EditControlDialog plan={plan} control={editing} onClose={() => setEditing(undefined)} />}
      {removing && <RemoveControl control={removing} onClose={() => setRemoving(undefined)} />}
    </div>
  )
}
