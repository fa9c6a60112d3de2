// A reading of a report becomes a draft to look through. A committee is suggested to be one of the organization's where
// its name is the same; everything else is as read, and what is not known is left empty.
import type { Schema } from '@/api/client'
import { newId } from '@/lib/ids'
import { committeeMeant, isSameName } from './committees'
import type { Draft, DraftAddressee, DraftCommittee, DraftQuestion } from './draft'
import { inOutlineOrder } from './outline'
import { type Place, places } from './places'
import { wordingsBeside } from './recommendations'

type Reading = Schema['Reading']

/** A draft that begins with a reading, and which place of it each value of the reading has gone to, by its pointer. */
export interface ReadDraft {
  draft: Draft
  places: ReadonlyMap<string, Place>
}

export function draftFromReading(reading: Reading, organization: readonly Schema['Committee'][]): ReadDraft {
  const committees = committeesRead(reading, organization)
  const questions = questionsRead(reading)
  const keyOf = (reference: string) => committeeCalled(committees, reference)?.key
  const questionId = (number: string) => questions.find((question) => question.number === number)?.id
  const recommendations = reading.recommendations.map(({ number, text, variants, committees: references }) => {
    const id = newId()
    return {
      id,
      number,
      text,
      variants: wordingsBeside(text, variants),
      committees: references.flatMap((reference) => keyOf(reference) ?? []),
      madeOf: [id],
    }
  })
  const draft = {
    title: reading.title ?? '',
    firm: reading.firm ?? '',
    commissionedBy: reading.commissionedBy ?? '',
    reportDate: reading.reportDate ?? '',
    registryNumber: reading.registryNumber ?? '',
    committees,
    addressees: addresseesRead(reading, committees),
    questions: inOutlineOrder(questions),
    assessments: reading.assessments.flatMap(({ question, committee, grade, verbatim }) => {
      const [asked, key] = [questionId(question), keyOf(committee)]
      return asked && key ? [{ questionId: asked, committee: key, grade: grade ?? '', verbatim }] : []
    }),
    overallAssessments: reading.overallAssessments.flatMap(({ committee, grade, verbatim }) => {
      const key = keyOf(committee)
      return key ? [{ committee: key, grade: grade ?? '', verbatim }] : []
    }),
    recommendations,
    criteria: reading.criteria.map((text) => ({ id: newId(), text })),
    documents: reading.documents.map(({ title, date, committee }) => ({
      id: newId(),
      title,
      date: date ?? '',
      committee: (committee && keyOf(committee)) ?? '',
    })),
  } satisfies Draft
  return { draft, places: placesRead(reading, { ...draft, questions }) }
}

/** Where each value of a reading stands in the draft; `begun` has the questions in the reading's order. */
function placesRead(reading: Reading, begun: Draft): ReadonlyMap<string, Place> {
  const keyOf = (reference: string) => committeeCalled(begun.committees, reference)?.key ?? ''
  const addressee = (name: string) => begun.addressees.find(({ committee }) => committee === keyOf(name))?.id ?? ''
  const asked = (number: string) => begun.questions.find((question) => question.number === number)?.id ?? ''
  const named = (list: string, of: readonly Place[]) =>
    of.map((place, at): [string, Place] => [`/${list}/${at}`, place])
  return new Map([
    ...cover.map((value): [string, Place] => [`/${value}`, value]),
    ...named(
      'committees',
      reading.committees.map((_, at) => places.committee(begun.committees[at]?.key ?? '')),
    ),
    ...named(
      'addressees',
      reading.addressees.map(({ name }) => places.addressee(addressee(name))),
    ),
    ...named(
      'questions',
      begun.questions.map(({ id }) => places.question(id)),
    ),
    ...named(
      'assessments',
      reading.assessments.map(({ question, committee }) => places.assessment(asked(question), keyOf(committee))),
    ),
    ...named(
      'overallAssessments',
      reading.overallAssessments.map(({ committee }) => places.overall(keyOf(committee))),
    ),
    ...named(
      'recommendations',
      begun.recommendations.map(({ id }) => places.recommendation(id)),
    ),
    ...named(
      'criteria',
      begun.criteria.map(({ id }) => places.criterion(id)),
    ),
    ...named(
      'documents',
      begun.documents.map(({ id }) => places.document(id)),
    ),
  ])
}

const cover = ['title', 'firm', 'commissionedBy', 'reportDate', 'responseDue', 'registryNumber']

/** The committee that a reading refers to: by its abbreviation where the report uses one, else by its name. */
export function committeeCalled(committees: readonly DraftCommittee[], reference: string): DraftCommittee | undefined {
  return (
    committees.find(({ read }) => read?.abbreviation === reference) ??
    committees.find(({ read }) => isSameName(read?.name ?? '', reference))
  )
}

/** The audited committees, and after them those that are only asked to respond. */
function committeesRead(reading: Reading, organization: readonly Schema['Committee'][]): DraftCommittee[] {
  const audited = reading.committees.map((read) => committeeRead(read, organization, true))
  const asked = reading.addressees
    .filter(({ name }) => !committeeCalled(audited, name))
    .map(({ name }) => committeeRead({ name, abbreviation: null }, organization, false))
  return [...audited, ...asked]
}

function committeeRead(
  read: Reading['committees'][number],
  organization: readonly Schema['Committee'][],
  isAudited: boolean,
): DraftCommittee {
  const meant = committeeMeant(organization, read)
  return {
    key: newId(),
    link: meant?.id ?? null,
    name: meant?.content.name ?? read.name ?? '',
    abbreviation: meant?.content.abbreviation ?? read.abbreviation ?? '',
    read: { name: read.name ?? '', abbreviation: read.abbreviation ?? '' },
    isAudited,
  }
}

function addresseesRead(reading: Reading, committees: readonly DraftCommittee[]): DraftAddressee[] {
  return reading.addressees.flatMap(({ name, registryNumber }) => {
    const committee = committeeCalled(committees, name)
    return committee
      ? [
          {
            id: newId(),
            committee: committee.key,
            responseDue: reading.responseDue ?? '',
            registryNumber: registryNumber ?? '',
            asked: '',
            extension: null,
          },
        ]
      : []
  })
}

function questionsRead({ questions }: Reading): DraftQuestion[] {
  const named = questions.map((question) => ({ ...question, id: newId() }))
  const idOf = (number: string | null) => named.find((question) => question.number === number)?.id ?? null
  return named.map(({ id, number, text, parent }) => ({ id, number, text, parentId: idOf(parent) }))
}
