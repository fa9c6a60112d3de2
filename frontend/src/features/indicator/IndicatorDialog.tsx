import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Schema } from '@/api/client'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { Note } from '@/components/Note'
import { optionsOf, Select } from '@/components/Select'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { indicators as t } from '@/lib/messages/indicator'
import { asProblem } from '@/lib/problem'
import { addIndicator, type Indicator, type IndicatorContent, indicatorQuery, writeIndicator } from './api'
import { readNumber } from './sheet'
import { SubjectsField } from './SubjectsField'

const empty: IndicatorContent = {
  name: '',
  description: '',
  unit: 'percent',
  direction: 'higher_is_better',
  baseline: null,
  baselineWords: '',
  subjects: [],
}

export function NewIndicatorDialog({
  committees,
  committeeId,
  onClose,
}: {
  committees: readonly Schema['Committee'][]
  committeeId: string | undefined
  onClose: () => void
}) {
  const [id] = useState(newId)
  const first = committees.find((committee) => committee.id === committeeId) ?? committees[0]
  const [chosen, setChosen] = useState(first?.id ?? '')
  return (
    <IndicatorDialog
      title={t.addTitle}
      begun={empty}
      named={[]}
      committeeId={chosen}
      committee={
        committees.length > 1 && (
          <Select
            label={t.committee}
            name="committeeId"
            value={chosen}
            onChange={setChosen}
            options={committees.map((committee) => ({ id: committee.id, label: committee.content.name }))}
          />
        )
      }
      save={(content) => addIndicator({ id, committeeId: chosen, content })}
      onClose={onClose}
    />
  )
}

export function EditIndicatorDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [version, setVersion] = useState(indicator.version)

  /** Somebody else was first: what is typed is kept, and saving again builds on what the other has made of it. */
  async function save(content: IndicatorContent): Promise<Indicator> {
    try {
      return await writeIndicator(indicator.id, content, version)
    } catch (failure) {
      if (asProblem(failure).isConflict) {
        const now = await queryClient.fetchQuery({ ...indicatorQuery(indicator.id), staleTime: 0 })
        setVersion(now.version)
      }
      throw failure
    }
  }

  return (
    <IndicatorDialog
      title={t.editTitle(indicator.content.name)}
      begun={indicator.content}
      named={indicator.subjectNames}
      committeeId={indicator.committeeId}
      save={save}
      onClose={onClose}
    />
  )
}

function IndicatorDialog({
  title,
  begun,
  named,
  committeeId,
  committee,
  save,
  onClose,
}: {
  title: string
  begun: IndicatorContent
  named: Indicator['subjectNames']
  committeeId: string
  committee?: ReactNode
  save: (content: IndicatorContent) => Promise<Indicator>
  onClose: () => void
}) {
  const [first] = useState(begun)
  const [content, setContent] = useState(first)
  const [baseline, setBaseline] = useState(first.baseline === null ? '' : String(first.baseline).replace('.', ','))
  const [unread, setUnread] = useState(false)
  const set = (part: Partial<IndicatorContent>) => setContent((now) => ({ ...now, ...part }))
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => save({ ...content, baseline: readNumber(baseline) ?? null }),
    onSuccess: async () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
      await queryClient.invalidateQueries({ queryKey: ['indicators'] })
    },
  })

  function submit() {
    const isUnread = baseline.trim() !== '' && readNumber(baseline) === undefined
    setUnread(isUnread)
    if (!isUnread) mutate()
  }

  return (
    <Dialog title={title} onClose={onClose} dirty={content !== first}>
      <Form problem={error && asProblem(error)} onSubmit={submit}>
        {committee}
        <TextField
          label={t.name}
          name="name"
          help={t.nameHelp}
          value={content.name}
          onChange={(name) => set({ name })}
          maxLength={200}
        />
        <TextArea
          label={t.description}
          name="description"
          help={t.descriptionHelp}
          optional
          rows={2}
          value={content.description}
          onChange={(description) => set({ description })}
          maxLength={2000}
        />
        <Choices
          label={t.unit}
          name="unit"
          value={content.unit}
          onChange={(unit) => set({ unit })}
          options={optionsOf(t.units)}
        />
        <Choices
          label={t.direction}
          name="direction"
          value={content.direction}
          onChange={(direction) => set({ direction })}
          options={optionsOf(t.directions)}
        />
        <div className="form">
          <TextField
            label={t.baseline}
            name="baseline"
            help={t.baselineHelp}
            optional
            value={baseline}
            onChange={setBaseline}
          />
          <TextField
            label={t.baselineWords}
            name="baselineWords"
            help={t.baselineWordsHelp}
            width={4}
            optional
            value={content.baselineWords}
            onChange={(baselineWords) => set({ baselineWords })}
            maxLength={200}
          />
        </div>
        {unread && <Note tone="bad" title={t.notANumber} appears />}
        {committeeId && (
          <SubjectsField
            key={committeeId}
            committeeId={committeeId}
            named={named}
            value={content.subjects}
            onChange={(subjects) => set({ subjects })}
          />
        )}
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
