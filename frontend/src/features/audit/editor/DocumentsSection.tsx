import { Button, IconButton } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { Select } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { editor as t } from '@/lib/messages/audit'
import { type DraftDocument, nameableIn, newDocument, shortName } from '../draft/draft'
import { places } from '../draft/places'
import { type Editing, partOf } from './context'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

const whole = 'whole'

/** What the auditors have read. */
export const DocumentsSection = partOf(
  ['documents', 'committees', 'addressees'],
  function DocumentsSection(editing: Editing) {
    const { draft, change } = editing
    return (
      <Section title={t.documents} count={draft.documents.length} place="documents">
        <div className="lines">
          {draft.documents.map((document, place) => (
            <DocumentRow key={document.id} document={document} place={place} {...editing} />
          ))}
        </div>
        <div className="row">
          <Button
            small
            icon="plus"
            onPress={() => change((now) => ({ ...now, documents: [...now.documents, newDocument()] }))}
          >
            {t.addDocument}
          </Button>
        </div>
      </Section>
    )
  },
)

const DocumentRow = partOf(
  ['committees'],
  function DocumentRow({ document, place, draft, change }: Editing & { document: DraftDocument; place: number }) {
    const { id, title, date, committee } = document
    const name = (field: string) => `documents/${place}/${field}`
    const set = (part: Partial<DraftDocument>) =>
      change((now) => ({ ...now, documents: now.documents.map((at) => (at.id === id ? { ...at, ...part } : at)) }))
    return (
      <div className="form with-end lined" role="group" aria-label={t.documentAt(place + 1)}>
        <TextField
          label={t.documentTitle}
          beside={<WhereFound label={t.documentAt(place + 1)} at={[places.document(id)]} />}
          name={name('title')}
          autoFocus={title === ''}
          value={title}
          onChange={(written) => set({ title: written })}
        />
        <DateField
          label={t.documentDate}
          name={name('date')}
          value={date}
          onChange={(written) => set({ date: written })}
        />
        <Select
          label={t.documentCommittee}
          name={name('committeeId')}
          value={committee || whole}
          onChange={(key) => set({ committee: key === whole ? '' : key })}
          options={[
            { id: whole, label: t.wholeOrganization },
            ...nameableIn(draft).map((known) => ({ id: known.key, label: shortName(known) })),
          ]}
        />
        <IconButton
          label={t.removeDocument(place + 1)}
          icon="close"
          small={false}
          onPress={() => change((now) => ({ ...now, documents: now.documents.filter((at) => at.id !== id) }))}
        />
      </div>
    )
  },
)
