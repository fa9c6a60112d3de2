import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { IconButton } from '@/components/Button'
import { ConfidentialPill, MarkButton } from '@/components/Confidentiality'
import { type Column, DataTable } from '@/components/DataTable'
import { ConfirmDialog } from '@/components/Dialog'
import { showToast } from '@/components/Toasts'
import { dateOf } from '@/lib/dates'
import { attachments as t, fileTypes } from '@/lib/messages/attachment'
import { common } from '@/lib/messages/common'
import { type Attachment, attachmentsQuery, contentAddress, deleteAttachment, type Owner } from './api'
import { sizeWords } from './size'

/** The papers, each to be saved by its name, and taken away by those who may. */
export function AttachmentTable({ owner, papers }: { owner: Owner; papers: readonly Attachment[] }) {
  const queryClient = useQueryClient()
  const [removing, setRemoving] = useState<Attachment>()

  async function remove(paper: Attachment) {
    await deleteAttachment(paper.id)
    await queryClient.invalidateQueries({ queryKey: attachmentsQuery(owner).queryKey })
    setRemoving(undefined)
    showToast({ tone: 'ok', title: t.removed })
  }

  const shown = papers.some(({ mayDelete, mayMark }) => mayDelete || mayMark)
    ? [...columns, tools(setRemoving)]
    : columns
  return (
    <>
      <DataTable caption={t.caption} columns={shown} rows={papers} rowId={({ id }) => id} />
      {removing && (
        <ConfirmDialog
          title={t.removeTitle}
          confirm={t.removeConfirm}
          destructive
          onConfirm={() => remove(removing)}
          onCancel={() => setRemoving(undefined)}
        >
          <p>{t.removeHelp(removing.name)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

const columns: Column<Attachment>[] = [
  {
    id: 'name',
    header: t.name,
    cell: ({ id, name, confidentialGround }) => (
      <>
        <a className="name" href={contentAddress(id)} download={name}>
          {name}
        </a>
        <ConfidentialPill ground={confidentialGround} />
      </>
    ),
  },
  { id: 'type', header: t.type, cell: ({ mediaType }) => fileTypes[mediaType] ?? mediaType },
  { id: 'size', header: t.size, numeric: true, cell: ({ size }) => <span className="nb">{sizeWords(size)}</span> },
  { id: 'paperDate', header: t.paperDate, numeric: true, cell: ({ paperDate }) => paperDate },
  {
    id: 'uploaded',
    header: t.uploaded,
    cell: ({ uploadedAt, uploadedBy }) => (
      <>
        <span className="nb">{dateOf(uploadedAt)}</span> <span className="cap">{uploadedBy.name}</span>
      </>
    ),
  },
]

function tools(onRemove: (paper: Attachment) => void): Column<Attachment> {
  return {
    id: 'tools',
    header: common.tools,
    tools: true,
    cell: (paper) => (
      <>
        {paper.mayMark && (
          <MarkButton thing="attachment" id={paper.id} name={paper.name} ground={paper.confidentialGround} />
        )}
        {paper.mayDelete && <IconButton label={t.remove(paper.name)} icon="close" onPress={() => onRemove(paper)} />}
      </>
    ),
  }
}
