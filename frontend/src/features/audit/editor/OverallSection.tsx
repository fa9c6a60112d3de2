import { optionsOf, Select } from '@/components/Select'
import { TextArea } from '@/components/TextField'
import { editor as t } from '@/lib/messages/audit'
import { values } from '@/lib/messages/values'
import { type DraftCommittee, type DraftOverallAssessment, shortName } from '../draft/draft'
import { lacksGrade, overallOf, withOverall } from '../draft/grading'
import { places } from '../draft/places'
import { type Editing, partOf } from './context'
import { RemarksAt } from './Remarks'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

const notChosen = 'none'
const options = [{ id: notChosen, label: t.notChosen }, ...optionsOf(values.grade)]

/** The report's word on each audited committee as a whole. */
export const OverallSection = partOf(['committees', 'overallAssessments'], function OverallSection(editing: Editing) {
  const audited = editing.draft.committees.filter(({ isAudited }) => isAudited)
  return (
    <Section title={t.overall} place="overallAssessments">
      {audited.length === 0 && <p className="sub">{t.noGrades}</p>}
      {audited.map((committee) => (
        <OverallRow key={committee.key} committee={committee} {...editing} />
      ))}
    </Section>
  )
})

function OverallRow({ committee, draft, change }: Editing & { committee: DraftCommittee }) {
  const assessment = overallOf(draft, committee.key)
  const pointer = `overallAssessments/${committee.key}`
  const set = (part: Partial<DraftOverallAssessment>) => change((now) => withOverall(now, { ...assessment, ...part }))
  return (
    <div className="form lined" role="group" aria-label={committee.name}>
      <div data-field={pointer} data-unreadable={lacksGrade(assessment) ? t.gradeLacking : undefined}>
        <Select
          label={t.overallGrade(shortName(committee))}
          name={pointer}
          value={assessment.grade || notChosen}
          onChange={(grade) => set({ grade: grade === notChosen ? '' : grade })}
          options={options}
          help={<RemarksAt place={places.overall(committee.key)} />}
        />
      </div>
      <TextArea
        label={t.overallWords(shortName(committee))}
        beside={<WhereFound label={t.overallWords(shortName(committee))} at={[places.overall(committee.key)]} />}
        width={4}
        rows={2}
        value={assessment.verbatim}
        onChange={(verbatim) => set({ verbatim })}
      />
    </div>
  )
}
