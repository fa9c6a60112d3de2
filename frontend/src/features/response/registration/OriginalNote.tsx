import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileTrigger } from 'react-aria-components'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { registration as t } from '@/lib/messages/registration'
import { asProblem } from '@/lib/problem'
import { type Response, responseQuery } from '../api'
import { setOriginal } from './api'
import { hasOriginal, isRegistered } from './original'

/** Where the PDF that was decided is added to a response registered afterwards, or one is followed by the right one. */
export function OriginalNote({ response }: { response: Response }) {
  const mayAdd = response.may.includes('set_original')
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => setOriginal(response, file),
    onSuccess: (after) => {
      queryClient.setQueryData(responseQuery(response.id).queryKey, after)
      showToast({ tone: 'ok', title: t.originalAdded })
    },
  })
  const isThere = hasOriginal(response)
  if (!isRegistered(response) || (isThere && !mayAdd)) return null
  const button = mayAdd && (
    <FileTrigger
      acceptedFileTypes={['.pdf', 'application/pdf']}
      onSelect={(chosen) => {
        const file = chosen?.item(0)
        if (file) mutate(file)
      }}
    >
      <Button small look={isThere ? 'plain' : undefined} isPending={isPending}>
        {isThere ? t.changeOriginal : t.addOriginal}
      </Button>
    </FileTrigger>
  )
  return (
    <>
      {error && <ProblemNote problem={asProblem(error)} />}
      {isThere ? (
        <div className="row">{button}</div>
      ) : (
        <Note tone="warn" title={t.noOriginal} actions={button}>
          <p>{t.noOriginalHelp}</p>
        </Note>
      )}
    </>
  )
}
