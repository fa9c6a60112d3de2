import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useViewer } from '@/api/session'
import { Button } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { ConfirmDialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { Form, FormActions } from '@/components/Form'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { showToast } from '@/components/Toasts'
import { assignments, results as t } from '@/lib/messages/followup'
import { asProblem } from '@/lib/problem'
import { giveVerdicts, rereadAssignment, useChanged } from '../api'
import { batchOf, chosenTwice, type Draft, isSure, remarksOf, withoutChosen, withReread, withSureChosen } from './draft'
import { ResultsTable } from './ResultsTable'

/** What a follow-up audit found, beside what it may mean here: looked over, chosen, and given all at once. */
export function ResultsPage({
  draft,
  onChange,
  onDone,
}: {
  draft: Draft
  onChange: (change: (now: Draft) => Draft) => void
  onDone: () => void
}) {
  const { may } = useViewer()
  const [asking, setAsking] = useState(false)
  const judges = may('verdict.confirm')
  return (
    <>
      <PageHead
        title={t.title}
        sub={t.read(draft.title ?? t.untitled, draft.rows.length)}
        crumbs={[{ label: assignments.title, link: { to: '/rekommendationer' } }]}
        actions={
          <Button look="plain" onPress={() => setAsking(true)}>
            {t.startOver}
          </Button>
        }
      />
      <div className="stack">
        <Remarks draft={draft} />
        {draft.rows.length === 0 ? (
          <div className="panel">
            <EmptyState icon="recommendations" title={t.nothing}>
              {t.nothingHelp}
            </EmptyState>
          </div>
        ) : (
          <ResultsForm draft={draft} judges={judges} onChange={onChange} onDone={onDone} />
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={t.startOverTitle}
          confirm={t.startOver}
          destructive
          onConfirm={onDone}
          onCancel={() => setAsking(false)}
        >
          <p>{t.startOverHelp}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Remarks({ draft }: { draft: Draft }) {
  const remarks = remarksOf(draft.warnings)
  if (remarks.length === 0) return null
  return (
    <Note tone="warn" title={t.remarks}>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Note>
  )
}

function ResultsForm({
  draft,
  judges,
  onChange,
  onDone,
}: {
  draft: Draft
  judges: boolean
  onChange: (change: (now: Draft) => Draft) => void
  onDone: () => void
}) {
  const giving = useGiving(draft, judges, onChange, onDone)
  const count = batchOf(draft).length
  const twice = chosenTwice(draft.rows)
  return (
    <Form problem={giving.problem} onSubmit={giving.send}>
      <Note title={judges ? t.counts : t.proposes} />
      <div className="panel in form">
        <DateField
          label={t.on}
          name="on"
          help={t.onHelp}
          value={draft.on}
          onChange={(on) => onChange((now) => ({ ...now, on }))}
        />
      </div>
      <div className="row far">
        <p className="sub" role="status">
          {t.chosen(count)}
        </p>
        <Button onPress={() => onChange(withSureChosen)}>{t.chooseSure(draft.rows.filter(isSure).length)}</Button>
      </div>
      <div className="panel">
        <ResultsTable draft={draft} twice={twice} onChange={onChange} />
      </div>
      {giving.changed && (
        <Note tone="warn" appears title={t.changed}>
          <p>{t.changedHelp}</p>
        </Note>
      )}
      <FormActions>
        <Button
          look="go"
          type="submit"
          isPending={giving.pending}
          isDisabled={count === 0 || twice.length > 0 || draft.on === ''}
        >
          {judges ? t.give(count) : t.propose(count)}
        </Button>
      </FormActions>
    </Form>
  )
}

/** Sends what is chosen; what is left stays, to be chosen later or thrown away. */
function useGiving(
  draft: Draft,
  judges: boolean,
  onChange: (change: (now: Draft) => Draft) => void,
  onDone: () => void,
) {
  const changed = useChanged()
  const navigate = useNavigate()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const items = batchOf(draft)
      try {
        return await giveVerdicts(items)
      } catch (failure) {
        if (asProblem(failure).isConflict) {
          const reread = await Promise.all(items.map(({ assignmentId }) => rereadAssignment(assignmentId)))
          onChange((now) =>
            withReread(
              now,
              reread.map(({ summary }) => summary),
            ),
          )
        }
        throw failure
      }
    },
    onSuccess: async () => {
      const count = batchOf(draft).length
      showToast({ tone: 'ok', title: judges ? t.given(count) : t.proposed(count) })
      await changed()
      if (draft.rows.some(({ chosen }) => !chosen)) return onChange(withoutChosen)
      onDone()
      return navigate({ to: '/rekommendationer' })
    },
  })
  const problem = error && asProblem(error)
  const conflict = problem?.isConflict === true
  return { send: () => mutate(), pending: isPending, changed: conflict, problem: conflict ? null : problem }
}
