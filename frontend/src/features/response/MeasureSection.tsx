import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { measures as t } from '@/lib/messages/response'
import { ApiProblem } from '@/lib/problem'
import { addMeasure, type Answer, deleteMeasure, type Measure, type Response, responseQuery, writeMeasure } from './api'
import { EditMeasureDialog, NewMeasureDialog } from './MeasureDialogs'
import { MeasureTable } from './MeasureTable'
import { answerName } from './parts'

/** What will be done because of one answer. */
export function MeasureSection({ response, answer }: { response: Response; answer: Answer }) {
  const queryClient = useQueryClient()
  const [open, setOpen] = useState<Measure | 'new'>()
  const [removing, setRemoving] = useState<Measure>()
  const query = responseQuery(response.id)
  const reread = () => queryClient.invalidateQueries({ queryKey: query.queryKey })

  async function current(id: string): Promise<Measure> {
    const now = await queryClient.fetchQuery({ ...query, staleTime: 0 })
    const found = now.answers.flatMap(({ measures }) => measures).find((measure) => measure.id === id)
    if (!found) throw new ApiProblem({ status: 404, code: 'not_found' })
    return found
  }

  return (
    <section className="stack tight" aria-labelledby="measures">
      <div className="row far">
        <h3 id="measures">{t.title}</h3>
        <Button small look="plain" icon="plus" onPress={() => setOpen('new')}>
          {t.add}
        </Button>
      </div>
      <MeasureTable
        caption={t.caption(answerName(answer))}
        measures={answer.measures}
        mayMark={response.may.includes('mark_confidential')}
        onEdit={setOpen}
        onRemove={setRemoving}
      />
      {open === 'new' && (
        <NewMeasureDialog
          save={(id, content) => addMeasure(answer.id, { id, content }).then(reread)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open && open !== 'new' && (
        <EditMeasureDialog
          measure={open}
          save={(content, version) => writeMeasure(open.id, content, version)}
          reread={() => current(open.id)}
          onSaved={() => void reread()}
          onClose={() => setOpen(undefined)}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t.removeTitle}
          confirm={t.remove}
          destructive
          onConfirm={() =>
            deleteMeasure(removing).then(() => {
              setRemoving(undefined)
              return reread()
            })
          }
          onCancel={() => setRemoving(undefined)}
        >
          <p>{removing.content.what}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
