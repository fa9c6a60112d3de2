// The committees of a draft: which of the organization's each one is, and what follows when one comes or goes.
import type { Schema } from '@/api/client'
import { newId } from '@/lib/ids'
import { type Draft, type DraftAddressee, type DraftCommittee, linkedCommittee } from './draft'

type Committee = Schema['Committee']

/** Adds a committee of the organization's, audited and asked to respond. */
export function withLinkedCommittee(draft: Draft, committee: Committee): Draft {
  return withCommittee(draft, linkedCommittee(committee, true))
}

/** Adds a committee that the organization does not have yet. */
export function withNewCommittee(draft: Draft): Draft {
  return withCommittee(draft, {
    key: newId(),
    link: null,
    name: '',
    abbreviation: '',
    read: null,
    isAudited: true,
  })
}

function withCommittee(draft: Draft, committee: DraftCommittee): Draft {
  return withAddressee({ ...draft, committees: [...draft.committees, committee] }, committee.key)
}

/** Takes a committee away, with its grades and its place among the addressees and in the recommendations. */
export function withoutCommittee(draft: Draft, key: string): Draft {
  return {
    ...draft,
    committees: draft.committees.filter((committee) => committee.key !== key),
    addressees: draft.addressees.filter(({ committee }) => committee !== key),
    assessments: draft.assessments.filter(({ committee }) => committee !== key),
    overallAssessments: draft.overallAssessments.filter(({ committee }) => committee !== key),
    recommendations: draft.recommendations.map((recommendation) => ({
      ...recommendation,
      committees: recommendation.committees.filter((committee) => committee !== key),
    })),
    documents: draft.documents.map((document) =>
      document.committee === key ? { ...document, committee: '' } : document,
    ),
  }
}

/** Changes a committee's own fields. */
export function changedCommittee(draft: Draft, key: string, part: Partial<DraftCommittee>): Draft {
  return {
    ...draft,
    committees: draft.committees.map((committee) => (committee.key === key ? { ...committee, ...part } : committee)),
  }
}

/** Says which of the organization's committees it is; with undefined, that it is a new one, called as in the report. */
export function relinked(draft: Draft, key: string, committee: Committee | undefined): Draft {
  if (!committee) {
    const read = draft.committees.find((candidate) => candidate.key === key)?.read
    return changedCommittee(draft, key, { link: null, ...(read ?? { name: '', abbreviation: '' }) })
  }
  const { name, abbreviation } = committee.content
  return changedCommittee(draft, key, { link: committee.id, name, abbreviation })
}

/** Asks a committee to respond, by the day that the others have; or asks it no more. */
export function withAddressee(draft: Draft, committee: string): Draft {
  const responseDue = draft.addressees.at(-1)?.responseDue ?? ''
  const addressee = { id: newId(), committee, responseDue, registryNumber: '', asked: '', extension: null }
  return { ...draft, addressees: [...draft.addressees, addressee] }
}

export function withoutAddressee(draft: Draft, committee: string): Draft {
  return { ...draft, addressees: draft.addressees.filter((addressee) => addressee.committee !== committee) }
}

export function changedAddressee(draft: Draft, id: string, part: Partial<DraftAddressee>): Draft {
  return {
    ...draft,
    addressees: draft.addressees.map((addressee) => (addressee.id === id ? { ...addressee, ...part } : addressee)),
  }
}

/** Whether two of the draft's committees are said to be the same one of the organization's. */
export function isLinkedTwice(committees: readonly DraftCommittee[], { link }: DraftCommittee): boolean {
  return link !== null && committees.filter((committee) => committee.link === link).length > 1
}

/** The organization's committee that a report's words mean: by name, else by abbreviation where no name is known. */
export function committeeMeant(
  organization: readonly Committee[],
  read: { name: string | null; abbreviation: string | null },
): Committee | undefined {
  if (read.name) return organization.find(({ content }) => isSameName(content.name, read.name ?? ''))
  return organization.find(
    ({ content }) => content.abbreviation !== '' && isSameName(content.abbreviation, read.abbreviation ?? ''),
  )
}

/** The same name, whatever its capitals, hyphens and spaces. */
export function isSameName(a: string, b: string): boolean {
  return essence(a) === essence(b)
}

function essence(name: string): string {
  return name.toLocaleLowerCase('sv-SE').replace(/[\s\-–]+/g, '')
}

const alike = 0.5

/**
 * The organization's committee that a report's words may mean, to be suggested and never taken for granted: the one with
 * its abbreviation, else the likest name. `taken` are those that others in the draft are said to be.
 */
export function committeeLike(
  organization: readonly Committee[],
  read: { name: string; abbreviation: string },
  taken: readonly (string | null)[],
): Committee | undefined {
  const free = organization.filter(({ id, successorId }) => successorId === null && !taken.includes(id))
  const abbreviated = free.find(
    ({ content }) => content.abbreviation !== '' && isSameName(content.abbreviation, read.abbreviation),
  )
  const [likest] = free
    .map((committee) => ({ committee, likeness: likenessOf(committee.content.name, read.name) }))
    .filter(({ likeness }) => likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness)
  return abbreviated ?? likest?.committee
}

/** Dice's coefficient over the pairs of letters of what is a name's own. */
function likenessOf(one: string, other: string): number {
  const [some, others] = [pairsOf(one), pairsOf(other)]
  if (some.size + others.size === 0) return 0
  return (2 * [...some].filter((pair) => others.has(pair)).length) / (some.size + others.size)
}

function pairsOf(name: string): Set<string> {
  const own = essence(name.replace(/\boch\b/gi, '')).replace(/(nämnden?|styrelsen?)$/, '')
  return new Set([...own].slice(1).map((letter, at) => own.charAt(at) + letter))
}
