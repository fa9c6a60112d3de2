import { DateField } from '@/components/DateField'
import { TextField } from '@/components/TextField'
import { editor as t } from '@/lib/messages/audit'
import type { Draft } from '../draft/draft'
import { type Editing, partOf } from './context'
import { RemarksAt } from './Remarks'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

export const AboutSection = partOf(
  ['title', 'firm', 'commissionedBy', 'reportDate', 'registryNumber'],
  function AboutSection({ draft, change }: Editing) {
    const set = (part: Partial<Draft>) => change((now) => ({ ...now, ...part }))
    return (
      <Section title={t.about} help={t.aboutHelp} place="report">
        <div className="form">
          <TextField
            label={t.title}
            beside={<WhereFound label={t.title} at={['title']} />}
            name="title"
            width={6}
            help={<RemarksAt place="title" />}
            value={draft.title}
            onChange={(title) => set({ title })}
          />
          <TextField
            label={t.firm}
            beside={<WhereFound label={t.firm} at={['firm']} />}
            name="firm"
            width={6}
            help={
              <>
                {t.firmHelp}
                <RemarksAt place="firm" />
              </>
            }
            value={draft.firm}
            onChange={(firm) => set({ firm })}
          />
          <TextField
            label={t.commissionedBy}
            beside={<WhereFound label={t.commissionedBy} at={['commissionedBy']} />}
            name="commissionedBy"
            width={6}
            help={<RemarksAt place="commissionedBy" />}
            value={draft.commissionedBy}
            onChange={(commissionedBy) => set({ commissionedBy })}
          />
          <DateField
            label={t.reportDate}
            beside={<WhereFound label={t.reportDate} at={['reportDate']} />}
            name="reportDate"
            width={3}
            help={<RemarksAt place="reportDate" />}
            value={draft.reportDate}
            onChange={(reportDate) => set({ reportDate })}
          />
          <TextField
            label={t.registryNumber}
            beside={<WhereFound label={t.registryNumber} at={['registryNumber']} />}
            name="registryNumber"
            width={3}
            help={<RemarksAt place="registryNumber" />}
            value={draft.registryNumber}
            onChange={(registryNumber) => set({ registryNumber })}
          />
        </div>
      </Section>
    )
  },
)
