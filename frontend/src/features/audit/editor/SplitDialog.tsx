import { useState } from 'react'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { editor as t } from '@/lib/messages/audit'
import type { DraftRecommendation } from '../draft/draft'
import { cutsOf } from '../draft/recommendations'

/** Where a recommendation is to be cut in two: where the cursor stood in its text, or at one of its sentences. */
export function SplitDialog({
  recommendation: { number, text },
  cursor,
  onSplit,
  onClose,
}: {
  recommendation: DraftRecommendation
  cursor: number
  onSplit: (at: number) => void
  onClose: () => void
}) {
  const isWithin = text.slice(0, cursor).trim() !== '' && text.slice(cursor).trim() !== ''
  const cuts = [...(isWithin ? [cursor] : []), ...cutsOf(text).filter((cut) => !isWithin || !isSame(text, cut, cursor))]
  const [chosen, setChosen] = useState(cuts[0])

  function split() {
    if (chosen === undefined) return
    onClose()
    onSplit(chosen)
  }

  return (
    <Dialog title={t.splitTitle(number)} onClose={onClose}>
      <Form onSubmit={split}>
        {chosen === undefined ? (
          <p>{t.splitNowhere}</p>
        ) : (
          <Choices
            label={t.splitAt}
            value={String(chosen)}
            onChange={(cut) => setChosen(Number(cut))}
            options={cuts.map((cut) => ({
              id: String(cut),
              label: `”${text.slice(cut).trim()}”`,
              ...(isWithin && cut === cursor ? { detail: t.splitAtCursor } : {}),
            }))}
          />
        )}
        <FormActions onCancel={onClose}>
          {chosen !== undefined && (
            <Button look="go" type="submit">
              {t.splitNow}
            </Button>
          )}
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Two cuts with nothing but space between them. */
function isSame(text: string, a: number, b: number): boolean {
  return text.slice(Math.min(a, b), Math.max(a, b)).trim() === ''
}
