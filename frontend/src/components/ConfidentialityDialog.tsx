import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ConfidentialThing, markConfidential } from '@/api/confidentiality'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { Form, FormActions } from './Form'
import { TextField } from './TextField'
import { showToast } from './Toasts'
import { confidentiality as t } from '@/lib/messages/confidentiality'
import { common } from '@/lib/messages/common'
import { type ApiProblem, asProblem } from '@/lib/problem'

/** Marks a thing as confidential with its legal ground, or takes the mark away. */
export function ConfidentialityDialog({
  thing,
  id,
  ground,
  title,
  onClose,
}: {
  thing: ConfidentialThing
  id: string
  ground: string | null
  title: string
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState(ground ?? '')
  const [problem, setProblem] = useState<ApiProblem>()
  const [pending, setPending] = useState(false)

  async function mark(next: string | null) {
    setPending(true)
    try {
      await markConfidential(thing, id, next)
      await queryClient.invalidateQueries()
      showToast({ tone: 'ok', title: next === null ? t.unmarked : t.marked })
      onClose()
    } catch (failure) {
      setProblem(asProblem(failure))
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog title={title} onClose={onClose} dirty={typed !== (ground ?? '')}>
      <Form problem={problem} onSubmit={() => void mark(typed.trim())}>
        <p className="sub">{t.help}</p>
        <TextField
          label={t.ground}
          name="ground"
          help={t.groundHelp}
          value={typed}
          onChange={setTyped}
          maxLength={200}
        />
        <FormActions>
          {ground !== null && (
            <Button look="no" isPending={pending} onPress={() => void mark(null)}>
              {t.unmark}
            </Button>
          )}
          <Button look="plain" onPress={onClose}>
            {common.cancel}
          </Button>
          <Button look="go" type="submit" isPending={pending}>
            {t.mark}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
