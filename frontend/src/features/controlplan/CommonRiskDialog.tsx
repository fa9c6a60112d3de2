import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Select } from '@/components/Select'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { today } from '@/lib/dates'
import { useEditing } from '@/lib/editing'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { commonRisks as t, risks as words } from '@/lib/messages/controlplan'
import { asProblem } from '@/lib/problem'
import {
  addCommonRisk,
  type CommonRisk,
  type CommonRiskContent,
  commonRisksQuery,
  riskScaleQuery,
  updateCommonRisk,
} from './api'

export function CommonRiskDialog({ onClose }: { onClose: () => void }) {
  const [id] = useState(newId)
  const [empty] = useState<CommonRiskContent>(() => ({
    year: Number(today().slice(0, 4)) + 1,
    title: '',
    category: '',
    cause: '',
    consequence: '',
  }))
  const [content, setContent] = useState(empty)
  const saved = useSaved(onClose)
  const { mutate, error, isPending } = useMutation({ mutationFn: () => addCommonRisk(id, content), onSuccess: saved })
  return (
    <Dialog title={t.addTitle} onClose={onClose} dirty={content !== empty}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <Fields content={content} set={(part) => setContent((now) => ({ ...now, ...part }))} />
        <Actions onClose={onClose} isPending={isPending} />
      </Form>
    </Dialog>
  )
}

export function EditCommonRiskDialog({ risk, onClose }: { risk: CommonRisk; onClose: () => void }) {
  const queryClient = useQueryClient()
  const editing = useEditing<CommonRiskContent>({
    thing: risk,
    save: (content, version) => updateCommonRisk(risk.id, content, version),
    reread: async () => {
      const { items } = await queryClient.fetchQuery({ ...commonRisksQuery(1), staleTime: 0 })
      return items.find(({ id }) => id === risk.id) ?? risk
    },
    onSaved: useSaved(onClose),
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        {risk.plans > 0 && <p className="sub">{t.editHelp}</p>}
        <Fields content={editing.content} set={editing.set} />
        <Actions onClose={onClose} isPending={editing.pending} />
      </Form>
    </Dialog>
  )
}

function useSaved(onClose: () => void) {
  const queryClient = useQueryClient()
  return () => {
    showToast({ tone: 'ok', title: t.saved })
    onClose()
    void queryClient.invalidateQueries({ queryKey: ['common-risks'] })
  }
}

function Actions({ onClose, isPending }: { onClose: () => void; isPending: boolean }) {
  return (
    <FormActions onCancel={onClose}>
      <Button look="go" type="submit" isPending={isPending}>
        {common.save}
      </Button>
    </FormActions>
  )
}

function Fields({ content, set }: { content: CommonRiskContent; set: (part: Partial<CommonRiskContent>) => void }) {
  const { data: scale } = useSuspenseQuery(riskScaleQuery)
  const thisYear = Number(today().slice(0, 4))
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, content.year])].sort()
  return (
    <>
      <TextArea
        label={words.what}
        name="title"
        help={words.whatHelp}
        rows={2}
        maxLength={500}
        value={content.title}
        onChange={(title) => set({ title })}
      />
      <Select
        label={t.year}
        name="year"
        value={String(content.year)}
        onChange={(year) => set({ year: Number(year) })}
        options={years.map((one) => ({ id: String(one), label: String(one) }))}
      />
      <Select
        label={t.category}
        name="category"
        optional
        value={content.category || null}
        onChange={(category) => set({ category })}
        placeholder={words.noCategory}
        options={scale.content.categories.map(({ code, label }) => ({ id: code, label }))}
      />
      <TextArea
        label={words.cause}
        name="cause"
        optional
        rows={2}
        maxLength={4000}
        value={content.cause}
        onChange={(cause) => set({ cause })}
      />
      <TextArea
        label={words.consequence}
        name="consequence"
        optional
        rows={2}
        maxLength={4000}
        value={content.consequence}
        onChange={(consequence) => set({ consequence })}
      />
    </>
  )
}
