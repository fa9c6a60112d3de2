import { useState } from 'react'
import { Button } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { newId } from '@/lib/ids'
import { attachments as t } from '@/lib/messages/attachment'
import type { Upload } from './api'
import { refusalOf, sizeWords } from './size'

/** The chosen files, each with the date that stands on it. What cannot be attached is said before it is sent. */
export function AttachDialog({
  files,
  onAttach,
  onClose,
}: {
  files: readonly File[]
  onAttach: (uploads: readonly Upload[]) => void
  onClose: () => void
}) {
  const [uploads, setUploads] = useState<readonly Upload[]>(() =>
    files.map((file) => ({ id: newId(), file, paperDate: '' })),
  )
  const sendable = uploads.filter(({ file }) => !refusalOf(file))
  const date = (id: string, paperDate: string) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, paperDate } : upload)))
  return (
    <Dialog title={t.attachTitle} onClose={onClose}>
      <Form onSubmit={() => onAttach(sendable)}>
        {uploads.map((upload) => (
          <Chosen key={upload.id} upload={upload} onDate={(paperDate) => date(upload.id, paperDate)} />
        ))}
        <FormActions onCancel={onClose}>
          {sendable.length > 0 && (
            <Button look="go" type="submit">
              {t.attach(sendable.length)}
            </Button>
          )}
        </FormActions>
      </Form>
    </Dialog>
  )
}

function Chosen({ upload: { id, file, paperDate }, onDate }: { upload: Upload; onDate: (date: string) => void }) {
  const refusal = refusalOf(file)
  return (
    <div className="stack tight" role="group" aria-label={t.file(file.name)}>
      <p>
        <b className="name">{file.name}</b> <span className="cap nb">{sizeWords(file.size)}</span>
      </p>
      {refusal ? (
        <p className="help bad">{refusal}</p>
      ) : (
        <DateField
          label={t.paperDate}
          name={`paperDate/${id}`}
          help={t.paperDateHelp}
          optional
          value={paperDate}
          onChange={onDate}
        />
      )}
    </div>
  )
}
