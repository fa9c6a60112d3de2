import { FileLink } from '@/components/Button'
import { Note } from '@/components/Note'
import { documents, through as t } from '@/lib/messages/memorandum'
import { reading } from '@/lib/messages/response'
import { documentAddress, type Response } from '../api'

/** The very files that were approved: what the committee is shown. */
export function StoredNote({ response }: { response: Response }) {
  const latest = response.editions.findLast(({ edition }) => edition === 'approved')
  const stored = response.editions.filter(({ renderedAt }) => renderedAt === latest?.renderedAt)
  return (
    <Note
      tone="ok"
      icon="lock"
      title={t.stored}
      actions={stored.map(({ part }) => (
        <FileLink key={part} small href={documentAddress(response.id, 'approved', 'pdf', part)} target="_blank">
          {part === 'response' ? reading.editionOpen.approved : documents.open[part]}
        </FileLink>
      ))}
    >
      <p>{t.storedHelp}</p>
    </Note>
  )
}
