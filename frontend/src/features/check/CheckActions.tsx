import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { colleaguesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { ConfirmDialog, Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { ComboBox } from '@/components/Select'
import { Skeleton } from '@/components/Skeleton'
import { TextArea } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { check as t } from '@/lib/messages/check'
import { common } from '@/lib/messages/common'
import { asProblem } from '@/lib/problem'
import { type Check, deleteCheck, giveCheck, reopenCheck, useChanged } from './api'

/** What may be done with a check beside performing it. */
export function CheckActions({ check }: { check: Check }) {
  const [open, setOpen] = useState<'reopen' | 'give' | 'delete'>()
  const close = () => setOpen(undefined)
  return (
    <>
      {check.may.includes('delete') && (
        <Button look="plain" onPress={() => setOpen('delete')}>
          {t.remove}
        </Button>
      )}
      {check.may.includes('give') && <Button onPress={() => setOpen('give')}>{t.give}</Button>}
      {check.may.includes('reopen') && <Button onPress={() => setOpen('reopen')}>{t.reopen}</Button>}
      {open === 'reopen' && <ReopenDialog check={check} onClose={close} />}
      {open === 'give' && <GiveDialog check={check} onClose={close} />}
      {open === 'delete' && <DeleteDialog check={check} onClose={close} />}
    </>
  )
}

function ReopenDialog({ check, onClose }: { check: Check; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const changed = useChanged()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => reopenCheck(check, reason),
    onSuccess: async (after) => {
      await changed({ check: after })
      showToast({ tone: 'ok', title: t.reopened })
      onClose()
    },
  })
  return (
    <Dialog title={t.reopenTitle} onClose={onClose} dirty={reason !== ''}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <p className="sub">{t.reopenHelp}</p>
        <TextArea label={t.reopenReason} name="reason" rows={3} maxLength={1000} value={reason} onChange={setReason} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.reopen}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function GiveDialog({ check, onClose }: { check: Check; onClose: () => void }) {
  return (
    <Dialog title={t.giveTitle} onClose={onClose}>
      <Suspense fallback={<Skeleton />}>
        <GiveForm check={check} onClose={onClose} />
      </Suspense>
    </Dialog>
  )
}

function GiveForm({ check, onClose }: { check: Check; onClose: () => void }) {
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery)
  const [person, setPerson] = useState<string | null>(check.person?.id ?? null)
  const changed = useChanged()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (to: string | null) => giveCheck(check, to),
    onSuccess: async (after) => {
      await changed({ check: after })
      showToast({ tone: 'ok', title: t.given })
      onClose()
    },
  })
  return (
    <Form problem={error && asProblem(error)} onSubmit={() => mutate(person)}>
      <p className="sub">{t.giveHelp}</p>
      <ComboBox label={t.person} name="personId" value={person} onChange={setPerson} options={colleagues} />
      <FormActions>
        <Button look="plain" onPress={() => mutate(null)}>
          {t.giveBack}
        </Button>
        <Button look="go" type="submit" isPending={isPending}>
          {common.save}
        </Button>
      </FormActions>
    </Form>
  )
}

function DeleteDialog({ check, onClose }: { check: Check; onClose: () => void }) {
  const changed = useChanged()
  const navigate = useNavigate()

  async function remove() {
    await deleteCheck(check)
    await navigate({ to: '/kontroller' })
    showToast({ tone: 'ok', title: t.removed })
    await changed()
  }

  return (
    <ConfirmDialog title={t.removeTitle} confirm={t.remove} destructive onConfirm={remove} onCancel={onClose}>
      <p>{t.removeHelp}</p>
    </ConfirmDialog>
  )
}
