import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { TextArea, TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { useEditing } from '@/lib/editing'
import { addressee as t } from '@/lib/messages/audit'
import { common } from '@/lib/messages/common'
import type { Versioned } from '@/lib/versioned'
import { type Addressee, type AddresseeContent, type Audit, auditQuery, type Committee, updateAddressee } from './api'

/** A committee's own data about being asked; may be changed also when the audit is confirmed. */
export function AddresseeDialog({
  addressee,
  audit,
  committee,
  onClose,
}: {
  addressee: Addressee
  audit: Audit
  committee: Committee | undefined
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const editing = useEditing({
    thing: editable(audit, addressee.id),
    save: async (content, version) => {
      const sent = { ...content, responseDue: content.responseDue || null }
      return editable(await updateAddressee(addressee.id, sent, version), addressee.id)
    },
    reread: async () => editable(await queryClient.fetchQuery({ ...auditQuery(audit.id), staleTime: 0 }), addressee.id),
    onSaved: () => {
      showToast({ tone: 'ok', title: t.saved })
      onClose()
      void queryClient.invalidateQueries({ queryKey: ['audits'] })
    },
  })
  return (
    <Dialog title={t.editTitle(committee?.content.name ?? '')} onClose={onClose} dirty={editing.dirty}>
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <AddresseeFields
          content={editing.content}
          set={editing.set}
          pattern={committee?.content.registryNumberPattern ?? ''}
        />
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={editing.pending}>
            {common.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** The addressee as it may be written, with the audit's version; null dates as the form's empty ones. */
function editable(audit: Audit, id: string): Versioned<AddresseeContent> {
  const addressee = audit.addressees.find((candidate) => candidate.id === id)
  const { responseDue = null, registryNumber = '', asked = '', extension = null } = addressee ?? {}
  return { version: audit.version, content: { responseDue, registryNumber, asked, extension } }
}

function AddresseeFields({
  content,
  set,
  pattern,
}: {
  content: AddresseeContent
  set: (part: Partial<AddresseeContent>) => void
  pattern: string
}) {
  const { extension } = content
  return (
    <div className="form">
      <DateField
        label={t.dueDate}
        name="responseDue"
        optional
        width={3}
        value={content.responseDue ?? ''}
        onChange={(responseDue) => set({ responseDue: responseDue || null })}
      />
      <TextField
        label={t.registryNumber}
        name="registryNumber"
        optional
        width={3}
        help={pattern && t.pattern(pattern)}
        value={content.registryNumber}
        onChange={(registryNumber) => set({ registryNumber })}
      />
      <TextArea
        label={t.asked}
        name="asked"
        optional
        width={6}
        rows={3}
        help={t.askedHelp}
        value={content.asked}
        onChange={(asked) => set({ asked })}
      />
      <div className="w6">
        <Checkbox
          label={t.hasExtension}
          value={extension !== null}
          onChange={(has) => set({ extension: has ? { newDate: '', grantedBy: '', reason: '' } : null })}
        />
      </div>
      {extension && (
        <ExtensionFields extension={extension} set={(part) => set({ extension: { ...extension, ...part } })} />
      )}
    </div>
  )
}

type Extension = NonNullable<AddresseeContent['extension']>

function ExtensionFields({ extension, set }: { extension: Extension; set: (part: Partial<Extension>) => void }) {
  return (
    <>
      <DateField
        label={t.newDate}
        name="extension/newDate"
        width={3}
        value={extension.newDate}
        onChange={(newDate) => set({ newDate })}
      />
      <TextField
        label={t.grantedBy}
        name="extension/grantedBy"
        width={3}
        value={extension.grantedBy}
        onChange={(grantedBy) => set({ grantedBy })}
      />
      <TextArea
        label={t.reason}
        name="extension/reason"
        optional
        width={6}
        rows={2}
        value={extension.reason}
        onChange={(reason) => set({ reason })}
      />
    </>
  )
}
