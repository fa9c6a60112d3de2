import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { committee as t } from '@/lib/messages/organization'
import { asProblem } from '@/lib/problem'
import { type CommitteeContent, createCommittee } from './api'
import { CommitteeFields } from './CommitteeFields'

const empty: CommitteeContent = {
  name: '',
  abbreviation: '',
  kind: 'committee',
  registryNumberPattern: '',
  administrationIds: [],
  signatories: [],
}

export function NewCommitteeDialog({ onClose }: { onClose: () => void }) {
  const [id] = useState(newId)
  const [content, setContent] = useState(empty)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => createCommittee({ id, content }),
    onSuccess: async (committee) => {
      await queryClient.invalidateQueries({ queryKey: ['committees'] })
      showToast({ tone: 'ok', title: t.created(committee.content.name) })
      await navigate({ to: '/administration/namnder/$id', params: { id } })
    },
  })
  return (
    <Dialog title={t.addTitle} onClose={onClose} dirty={content !== empty}>
      <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
        <CommitteeFields content={content} set={(part) => setContent({ ...content, ...part })} />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending}>
            {t.add}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
