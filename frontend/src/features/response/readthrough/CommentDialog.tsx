import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea } from '@/components/TextField'
import { newId } from '@/lib/ids'
import { readthrough as t } from '@/lib/messages/response'
import { asProblem } from '@/lib/problem'
import { addComment, responseQuery } from '../api'

/** Writes a comment at a part, about the quoted words of it or about the whole part. */
export function CommentDialog({
  responseId,
  part,
  quote: selected,
  onClose,
}: {
  responseId: string
  part: string
  quote: string
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const [quote, setQuote] = useState(selected)
  const [text, setText] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => addComment(responseId, { id, part, quote, text }),
    onSuccess: () => {
      onClose()
      return queryClient.invalidateQueries({ queryKey: responseQuery(responseId).queryKey })
    },
  })
  return (
    <Dialog title={t.comment} onClose={onClose} dirty={text !== ''}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        {quote === '' ? (
          <p className="sub">{t.whole}</p>
        ) : (
          <div className="stack tight">
            <blockquote className="words small said written">{quote}</blockquote>
            <div>
              <Button small look="plain" onPress={() => setQuote('')}>
                {t.dropQuote}
              </Button>
            </div>
          </div>
        )}
        <TextArea label={t.text} name="text" value={text} onChange={setText} maxLength={4000} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.comment}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
