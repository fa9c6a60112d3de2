import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { showToast } from '@/components/Toasts'
import { asking as t } from '@/lib/messages/input'
import { type InputRequest, noteTakenIn, type Response, responseQuery, withdrawInput } from './api'
import { AskForInputDialog } from './AskForInputDialog'
import { InputRequestItem } from './InputRequestItem'

/** What somebody has been asked for one answer, or for the whole response, and what they replied. */
export function InputSection({
  response,
  answerId,
  takeIn,
}: {
  response: Response
  /** Null for the whole response. */
  answerId: string | null
  /** Puts a reply into the text that is being written and saves it; false when it could not be saved. */
  takeIn: (reply: string) => Promise<boolean>
}) {
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [withdrawing, setWithdrawing] = useState<InputRequest>()
  const requests = response.inputRequests.filter((request) => request.answerId === answerId)
  const about = answerId === null ? 'response' : 'answer'
  const reread = () => queryClient.invalidateQueries({ queryKey: responseQuery(response.id).queryKey })

  async function takeReply({ id, reply }: InputRequest) {
    if (reply === null || !(await takeIn(reply))) return
    await noteTakenIn(id)
    showToast({ tone: 'ok', title: t.takenInDone })
    await reread()
  }

  async function withdraw({ id }: InputRequest) {
    await withdrawInput(id)
    setWithdrawing(undefined)
    showToast({ tone: 'ok', title: t.withdrawn })
    await reread()
  }

  return (
    <section className="stack tight" aria-labelledby="input">
      <div className="row far">
        <h3 id="input">{t.title}</h3>
        <Button small look="plain" icon="plus" onPress={() => setAsking(true)}>
          {t.ask}
        </Button>
      </div>
      {requests.length === 0 ? (
        <p className="sub">{t.none}</p>
      ) : (
        <ul className="asked" aria-label={t.about[about]}>
          {requests.map((request) => (
            <InputRequestItem
              key={request.id}
              request={request}
              takeInAct={t.takeIn[about]}
              onTakeIn={() => takeReply(request)}
              onWithdraw={() => setWithdrawing(request)}
            />
          ))}
        </ul>
      )}
      {asking && (
        <AskForInputDialog
          responseId={response.id}
          answerId={answerId}
          onAsked={reread}
          onClose={() => setAsking(false)}
        />
      )}
      {withdrawing && (
        <ConfirmDialog
          title={t.withdrawTitle(withdrawing.person.name)}
          confirm={t.withdraw}
          destructive
          onConfirm={() => withdraw(withdrawing)}
          onCancel={() => setWithdrawing(undefined)}
        >
          <p className="written">{withdrawing.question}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
