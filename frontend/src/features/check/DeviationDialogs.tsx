import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { colleaguesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { ComboBox } from '@/components/Select'
import { Skeleton } from '@/components/Skeleton'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { deviation as t } from '@/lib/messages/check'
import { asProblem } from '@/lib/problem'
import {
  type Check,
  type Deviation,
  type DeviationContent,
  deviationQuery,
  noteDeviation,
  useChanged,
  writeDeviation,
} from './api'

/** A deviation as it is typed: dates are text until they are dates. */
type Draft = Omit<DeviationContent, 'due' | 'recheckDue'> & { due: string; recheckDue: string }

function draftOf(content: DeviationContent): Draft {
  return { ...content, due: content.due ?? '', recheckDue: content.recheckDue ?? '' }
}

function contentOf(draft: Draft): DeviationContent {
  return { ...draft, due: draft.due || null, recheckDue: draft.recheckDue || null }
}

/** Notes what a check found, to be remedied and looked at again. */
export function NewDeviationDialog({ check, onClose }: { check: Check; onClose: () => void }) {
  const [id] = useState(newId)
  const [first] = useState<Draft>(() => ({
    what: check.content?.seen.slice(0, 4000) ?? '',
    cause: '',
    measure: '',
    function: check.control.function,
    personId: check.person?.id ?? null,
    due: '',
    recheckDue: '',
  }))
  const [draft, setDraft] = useState(first)
  const changed = useChanged()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => noteDeviation(check.id, id, contentOf(draft)),
    onSuccess: async () => {
      await changed()
      showToast({ tone: 'ok', title: t.noted })
      onClose()
    },
  })
  return (
    <Dialog title={t.newTitle} onClose={onClose} dirty={draft !== first}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{t.newHelp}</p>
        <Fields draft={draft} set={(part) => setDraft((now) => ({ ...now, ...part }))} />
        <FormActions>
          <Button look="plain" onPress={onClose}>
            {t.later}
          </Button>
          <Button look="go" type="submit" isPending={isPending}>
            {t.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

export function EditDeviationDialog({ deviation, onClose }: { deviation: Deviation; onClose: () => void }) {
  const queryClient = useQueryClient()
  const changed = useChanged()
  const asDraft = ({ version, content }: Deviation) => ({ version, content: draftOf(content) })
  const editing = useEditing<Draft>({
    thing: asDraft(deviation),
    save: async (draft, version) => {
      const after = await writeDeviation(deviation.id, contentOf(draft), version)
      await changed({ deviation: after })
      return asDraft(after)
    },
    reread: async () => asDraft(await queryClient.fetchQuery({ ...deviationQuery(deviation.id), staleTime: 0 })),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
    },
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <Fields draft={editing.content} set={editing.set} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={editing.pending}>
            {t.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function Fields({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  return (
    <>
      <TextArea
        label={t.what}
        name="what"
        rows={3}
        maxLength={4000}
        value={draft.what}
        onChange={(what) => set({ what })}
      />
      <TextArea
        label={t.cause}
        name="cause"
        optional
        rows={2}
        maxLength={4000}
        value={draft.cause}
        onChange={(cause) => set({ cause })}
      />
      <TextArea
        label={t.measure}
        name="measure"
        help={t.measureHelp}
        optional
        rows={2}
        maxLength={4000}
        value={draft.measure}
        onChange={(measure) => set({ measure })}
      />
      <div className="form">
        <TextField
          label={t.function}
          name="function"
          width={3}
          optional
          maxLength={200}
          value={draft.function}
          onChange={(words) => set({ function: words })}
        />
        <div className="w3">
          <Suspense fallback={<Skeleton />}>
            <Person value={draft.personId} onChange={(personId) => set({ personId })} />
          </Suspense>
        </div>
        <DateField label={t.due} name="due" width={3} optional value={draft.due} onChange={(due) => set({ due })} />
        <DateField
          label={t.recheckDue}
          name="recheckDue"
          width={3}
          optional
          value={draft.recheckDue}
          onChange={(recheckDue) => set({ recheckDue })}
        />
      </div>
    </>
  )
}

function Person({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery)
  return (
    <ComboBox
      label={t.person}
      name="personId"
      help={t.personHelp}
      optional
      value={value}
      onChange={onChange}
      options={colleagues}
    />
  )
}
