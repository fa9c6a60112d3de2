import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { ConfirmDialog, Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { iconOf } from '@/components/marks'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { deviation as t } from '@/lib/messages/check'
import { common } from '@/lib/messages/common'
import { values } from '@/lib/messages/values'
import { type ApiProblem, asProblem } from '@/lib/problem'
import { deleteDeviation, type Deviation, recheckDeviation, reportDeviation, useChanged } from './api'

interface Act {
  deviation: Deviation
  onClose: () => void
}

const progresses = (['not_started', 'ongoing', 'continuous', 'done', 'cancelled'] as const).map((id) => ({
  id,
  label: values.progress[id],
  icon: iconOf.progress(id),
}))

const outcomes = (['remedied', 'remains'] as const).map((id) => ({ id, label: t.outcomes[id] }))

export function ReportDeviationDialog({ deviation, onClose }: Act) {
  const [first] = useState(() => ({
    progress: deviation.summary.progress,
    note: deviation.progressNote,
    on: today(),
  }))
  const [report, setReport] = useState(first)
  const set = (part: Partial<typeof first>) => setReport({ ...report, ...part })
  const { mutate, problem, isPending } = useAct(() => reportDeviation(deviation, report), t.reported, onClose)
  return (
    <ActDialog
      title={t.reportTitle}
      dirty={report !== first}
      problem={problem}
      isPending={isPending}
      onSubmit={mutate}
      onClose={onClose}
    >
      <Choices
        label={t.progress}
        name="progress"
        value={report.progress}
        onChange={(progress) => set({ progress })}
        options={progresses}
      />
      <TextArea
        label={t.reportNote}
        name="note"
        optional={report.progress !== 'cancelled'}
        maxLength={4000}
        value={report.note}
        onChange={(note) => set({ note })}
      />
      <DateField label={t.on} name="on" value={report.on} onChange={(on) => set({ on })} />
    </ActDialog>
  )
}

type Found = Omit<Parameters<typeof recheckDeviation>[1], 'id'>

export function RecheckDialog({ deviation, onClose }: Act) {
  const [id] = useState(newId)
  const [first] = useState<Found>(() => ({ outcome: 'remedied', note: '', on: today() }))
  const [recheck, setRecheck] = useState(first)
  const set = (part: Partial<Found>) => setRecheck({ ...recheck, ...part })
  const { mutate, problem, isPending } = useAct(
    () => recheckDeviation(deviation, { id, ...recheck }),
    t.rechecked,
    onClose,
  )
  return (
    <ActDialog
      title={t.recheckTitle}
      dirty={recheck !== first}
      problem={problem}
      isPending={isPending}
      onSubmit={mutate}
      onClose={onClose}
    >
      <p className="sub">{t.recheckHelp}</p>
      <Choices
        label={t.outcome}
        name="outcome"
        value={recheck.outcome}
        onChange={(outcome) => set({ outcome })}
        options={outcomes}
      />
      <TextArea
        label={t.reportNote}
        name="note"
        optional
        maxLength={4000}
        value={recheck.note}
        onChange={(note) => set({ note })}
      />
      <DateField label={t.on} name="on" value={recheck.on} onChange={(on) => set({ on })} />
    </ActDialog>
  )
}

/** What is done with a deviation and gives it back as it became. */
function useAct(act: () => Promise<Deviation>, done: string, onDone: () => void) {
  const changed = useChanged()
  const { mutate, error, isPending } = useMutation({
    mutationFn: act,
    onSuccess: async (after) => {
      await changed({ deviation: after })
      showToast({ tone: 'ok', title: done })
      onDone()
    },
  })
  return { mutate: () => mutate(), problem: error && asProblem(error), isPending }
}

function ActDialog({
  title,
  dirty,
  problem,
  isPending,
  onSubmit,
  onClose,
  children,
}: {
  title: string
  dirty: boolean
  problem: ApiProblem | null
  isPending: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Dialog title={title} onClose={onClose} dirty={dirty}>
      <Form problem={problem} onSubmit={onSubmit}>
        {children}
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

export function DeleteDeviationDialog({ deviation, onClose }: Act) {
  const changed = useChanged()
  const navigate = useNavigate()

  async function remove() {
    await deleteDeviation(deviation)
    await navigate({ to: '/kontroller/$id', params: { id: deviation.summary.checkId } })
    showToast({ tone: 'ok', title: t.removed })
    await changed()
  }

  return (
    <ConfirmDialog title={t.removeTitle} confirm={t.remove} destructive onConfirm={remove} onCancel={onClose}>
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
