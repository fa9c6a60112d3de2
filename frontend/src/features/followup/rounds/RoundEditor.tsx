import type { LinkProps } from '@tanstack/react-router'
import { Suspense, useRef } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { Form, FormActions } from '@/components/Form'
import { Skeleton } from '@/components/Skeleton'
import { TextArea, TextField } from '@/components/TextField'
import { common } from '@/lib/messages/common'
import { roundForm as t } from '@/lib/messages/followup'
import type { ApiProblem } from '@/lib/problem'
import type { RoundContent } from '../api'
import { AssignmentsFilters } from '../AssignmentsFilters'
import type { AssignmentSearch } from '../search'
import { RoundPicks } from './RoundPicks'

/** What a round asks, and below it the follow-up's list with its filters, to pick what it asks about. */
export function RoundEditor({
  content,
  set,
  problem,
  pending,
  submit,
  onConflict,
  submitLabel,
  cancelTo,
  search,
  onSearch,
}: {
  content: RoundContent
  set: (part: Partial<RoundContent>) => void
  problem: ApiProblem | null
  pending: boolean
  submit: () => void
  onConflict?: { keepMine: () => void; takeOther: () => void }
  submitLabel: string
  cancelTo: LinkProps
  search: AssignmentSearch
  onSearch: (search: AssignmentSearch) => void
}) {
  const list = useRef<HTMLHeadingElement>(null)
  return (
    <div className="stack">
      <div className="panel in">
        <Form problem={problem} onSubmit={submit} {...(onConflict ? { onConflict } : {})}>
          <div className="form">
            <TextField
              label={t.title}
              name="title"
              width={4}
              help={t.titleHelp}
              maxLength={200}
              value={content.title}
              onChange={(title) => set({ title })}
            />
            <DateField label={t.due} name="due" value={content.due} onChange={(due) => set({ due })} />
            <TextArea
              label={t.question}
              name="question"
              width={6}
              optional
              help={t.questionHelp}
              maxLength={4000}
              value={content.question}
              onChange={(question) => set({ question })}
            />
            <div className="field w6" data-field="assignmentIds">
              <span className="label">{t.chosen}</span>
              <div className="row">
                <span role="status">{t.chosenCount(content.assignmentIds.length)}</span>
                <Button small onPress={() => list.current?.focus()}>
                  {t.toList}
                </Button>
              </div>
            </div>
          </div>
          <FormActions>
            <LinkButton look="plain" {...cancelTo}>
              {common.cancel}
            </LinkButton>
            <Button look="go" type="submit" isPending={pending}>
              {submitLabel}
            </Button>
          </FormActions>
        </Form>
      </div>
      <section aria-labelledby="lista">
        <div className="head">
          <h2 id="lista" ref={list} tabIndex={-1}>
            {t.list}
          </h2>
        </div>
        <AssignmentsFilters search={search} onChange={onSearch} />
        <Suspense fallback={<Skeleton />}>
          <RoundPicks
            chosen={content.assignmentIds}
            onChoose={(assignmentIds) => set({ assignmentIds })}
            search={search}
            onSearch={onSearch}
          />
        </Suspense>
      </section>
    </div>
  )
}
