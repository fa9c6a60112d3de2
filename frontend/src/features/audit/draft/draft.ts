// What the audit's editor holds, whichever way it came there: written by hand, read from a report, or being corrected.
// Lists stand in the order and under the names that the contract's content has, so that a fault's pointer finds its field.
import type { Schema } from '@/api/client'
import { newId } from '@/lib/ids'
import { inOutlineOrder } from './outline'

type Content = Schema['AuditContent']

/** '' is where nothing is chosen yet. */
export type DraftGrade = Schema['Grade'] | ''

/** A committee as the draft speaks of it. Everything in the draft refers to it by `key`. */
export interface DraftCommittee {
  /** Its id when it is added with the audit. */
  key: string
  /** The organization's committee that it is; null where it is to be added as a new one. */
  link: string | null
  name: string
  abbreviation: string
  /** What the report calls it; null where no report has been read. */
  read: { name: string; abbreviation: string } | null
  /** Audited, and so graded; an addressee need not be. */
  isAudited: boolean
}

export interface DraftAddressee {
  id: string
  committee: string
  responseDue: string
  registryNumber: string
  asked: string
  extension: Schema['Extension'] | null
}

export interface DraftQuestion {
  id: string
  number: string
  text: string
  parentId: string | null
}

export interface DraftAssessment {
  questionId: string
  committee: string
  grade: DraftGrade
  verbatim: string
}

export interface DraftOverallAssessment {
  committee: string
  grade: DraftGrade
  verbatim: string
}

export interface DraftRecommendation {
  id: string
  number: string
  text: string
  variants: string[]
  committees: string[]
  /** The recommendations that it was made of, by their ids: its own, until some are merged or one is split. */
  madeOf: string[]
}

export interface DraftCriterion {
  id: string
  text: string
}

export interface DraftDocument {
  id: string
  title: string
  date: string
  /** '' where it concerns the whole organization. */
  committee: string
}

export interface Draft {
  title: string
  firm: string
  commissionedBy: string
  reportDate: string
  registryNumber: string
  committees: DraftCommittee[]
  addressees: DraftAddressee[]
  questions: DraftQuestion[]
  assessments: DraftAssessment[]
  overallAssessments: DraftOverallAssessment[]
  recommendations: DraftRecommendation[]
  criteria: DraftCriterion[]
  documents: DraftDocument[]
}

export const emptyDraft: Draft = {
  title: '',
  firm: '',
  commissionedBy: '',
  reportDate: '',
  registryNumber: '',
  committees: [],
  addressees: [],
  questions: [],
  assessments: [],
  overallAssessments: [],
  recommendations: [],
  criteria: [],
  documents: [],
}

/** The organization's committee in a draft. */
export function linkedCommittee({ id, content }: Schema['Committee'], isAudited: boolean): DraftCommittee {
  const { name, abbreviation } = content
  return { key: id, link: id, name, abbreviation, read: null, isAudited }
}

/** An audit's content, to be corrected. `organization` are all its committees. */
export function draftOf(content: Content, organization: readonly Schema['Committee'][]): Draft {
  return {
    title: content.title,
    firm: content.firm,
    commissionedBy: content.commissionedBy,
    reportDate: content.reportDate ?? '',
    registryNumber: content.registryNumber,
    committees: committeesOf(content, organization),
    addressees: content.addressees.map(({ committeeId, responseDue, ...addressee }) => ({
      ...addressee,
      committee: committeeId,
      responseDue: responseDue ?? '',
    })),
    questions: inOutlineOrder(content.questions),
    assessments: content.assessments.map(({ committeeId, ...assessment }) => ({
      ...assessment,
      committee: committeeId,
    })),
    overallAssessments: content.overallAssessments.map(({ committeeId, ...assessment }) => ({
      ...assessment,
      committee: committeeId,
    })),
    recommendations: content.recommendations.map(({ committeeIds, ...recommendation }) => ({
      ...recommendation,
      committees: committeeIds,
      madeOf: [recommendation.id],
    })),
    criteria: content.criteria.map((text, place) => ({ id: `criterion-${place}`, text })),
    documents: content.documents.map(({ title, date, committeeId }, place) => ({
      id: `document-${place}`,
      title,
      date: date ?? '',
      committee: committeeId ?? '',
    })),
  }
}

function committeesOf(content: Content, organization: readonly Schema['Committee'][]): DraftCommittee[] {
  const audited = new Set(content.committeeIds)
  const named = [
    ...content.committeeIds,
    ...content.addressees.map(({ committeeId }) => committeeId),
    ...content.recommendations.flatMap(({ committeeIds }) => committeeIds),
    ...content.documents.flatMap(({ committeeId }) => committeeId ?? []),
  ]
  return [...new Set(named)].flatMap((id) => {
    const committee = organization.find((known) => known.id === id)
    return committee ? [linkedCommittee(committee, audited.has(id))] : []
  })
}

/** What is sent: ids for keys, null for what is empty, and no grade where none is chosen or nobody is graded. */
export function contentOf(draft: Draft): Content {
  const idOf = new Map(draft.committees.map(({ key, link }) => [key, link ?? key]))
  const id = (key: string) => idOf.get(key) ?? key
  const involved = new Set(involvedIn(draft).map(({ key }) => key))
  const nameable = new Set(nameableIn(draft).map(({ key }) => key))
  const audited = new Set(draft.committees.filter(({ isAudited }) => isAudited).map(({ key }) => key))
  return {
    title: draft.title.trim(),
    firm: draft.firm.trim(),
    commissionedBy: draft.commissionedBy.trim(),
    reportDate: draft.reportDate || null,
    registryNumber: draft.registryNumber.trim(),
    committeeIds: [...audited].map(id),
    addressees: draft.addressees.map(({ committee, responseDue, ...addressee }) => ({
      ...addressee,
      committeeId: id(committee),
      responseDue: responseDue || null,
    })),
    questions: draft.questions,
    assessments: draft.assessments.flatMap(({ committee, grade, ...assessment }) =>
      grade && audited.has(committee) ? [{ ...assessment, committeeId: id(committee), grade }] : [],
    ),
    overallAssessments: draft.overallAssessments.flatMap(({ committee, grade, verbatim }) =>
      grade && audited.has(committee) ? [{ committeeId: id(committee), grade, verbatim }] : [],
    ),
    recommendations: draft.recommendations.map(({ id: own, number, text, variants, committees }) => ({
      id: own,
      number,
      text,
      variants,
      committeeIds: committees.filter((key) => involved.has(key)).map(id),
    })),
    criteria: draft.criteria.map(({ text }) => text),
    documents: draft.documents.map(({ title, date, committee }) => ({
      title,
      date: date || null,
      committeeId: nameable.has(committee) ? id(committee) : null,
    })),
  }
}

/** The committees that are audited or asked to respond: recommendations go to them alone. */
export function involvedIn({ committees, addressees }: Pick<Draft, 'committees' | 'addressees'>): DraftCommittee[] {
  return committees.filter(({ key, isAudited }) => isAudited || addressees.some(({ committee }) => committee === key))
}

/** The committees that exist when the audit is saved: a document may concern any of them. */
export function nameableIn(draft: Pick<Draft, 'committees' | 'addressees'>): DraftCommittee[] {
  const involved = involvedIn(draft)
  return draft.committees.filter((committee) => committee.link !== null || involved.includes(committee))
}

/** The committees that are added with the audit. */
export function newCommitteesOf(draft: Draft): Schema['CommitteeEntry'][] {
  return involvedIn(draft)
    .filter(({ link }) => link === null)
    .map(({ key, name, abbreviation }) => ({ id: key, name: name.trim(), abbreviation: abbreviation.trim() }))
}

/** How a committee is called where there is little room. */
export function shortName({ abbreviation, name }: DraftCommittee): string {
  return abbreviation || name
}

/** A criterion still to be written. */
export function newCriterion(): DraftCriterion {
  return { id: newId(), text: '' }
}

/** A document still to be named. */
export function newDocument(): DraftDocument {
  return { id: newId(), title: '', date: '', committee: '' }
}
