import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type AssignmentSearch, assignmentSearch, chosenIn, exportAddress, narrowed, queryOf } from './search'

const committee = '0190b7a4-1f6e-7c3a-9d52-6f3f1c2b4a10'
const audit = '0190b7a4-1f6e-7c3a-9d52-6f3f1c2b4a11'
const names = { committee: () => 'AMN', audit: () => 'Granskning av nycklar' }

const full: AssignmentSearch = {
  q: 'nycklar',
  namnd: [committee],
  svar: ['accepts', 'unanswered'],
  framdrift: ['done', 'unreported'],
  bedomning: ['partly_addressed'],
  skillnad: ['differs'],
  forsenad: true,
  ar: 2024,
  firma: 'Nordkajen Revision',
  granskning: audit,
  sortering: '-lastDay',
  page: 2,
}

describe("the list's address", () => {
  it('is read as it was written', () => {
    expect(v.parse(assignmentSearch, full)).toEqual(full)
  })

  it('is read without what it says wrongly', () => {
    const wrong = { namnd: ['AMN'], svar: ['no'], ar: 'i år', forsenad: false, sortering: 'size', page: -1, q: '' }
    expect(v.parse(assignmentSearch, { ...wrong, skillnad: ['unexamined'] })).toEqual({
      skillnad: ['unexamined'],
      page: 1,
    })
  })

  it('exports the columns that are shown, with what they also say; all when none are chosen', () => {
    expect(exportAddress({ kolumner: ['stance', 'last_day'] }, 'xlsx')).toBe(
      '/api/v1/assignments/export?format=xlsx&column=audit&column=number&column=recommendation&column=stance&column=last_day&column=overdue&column=confidentiality',
    )
    expect(exportAddress({}, 'csv')).toBe('/api/v1/assignments/export?format=csv')
  })

  it('asks the server by the names of the contract', () => {
    expect(queryOf(full)).toEqual({
      q: 'nycklar',
      committeeId: [committee],
      auditId: audit,
      firm: 'Nordkajen Revision',
      year: 2024,
      stance: ['accepts', 'unanswered'],
      progress: ['done', 'unreported'],
      verdict: ['partly_addressed'],
      difference: ['differs'],
      overdue: true,
      sort: '-lastDay',
    })
    expect(queryOf({})).toEqual({})
  })

  it('is also that of a spreadsheet with the same in it', () => {
    expect(exportAddress({ svar: ['accepts', 'rejects'], firma: 'Å & Ö', page: 3 }, 'csv')).toBe(
      '/api/v1/assignments/export?format=csv&firm=%C3%85+%26+%C3%96&stance=accepts&stance=rejects',
    )
  })
})

describe('narrowed', () => {
  it('begins at the first page, and drops what nothing is chosen of', () => {
    expect(narrowed(full, { svar: [], q: '', ar: 2023 })).toEqual({
      ...omitted(full, 'svar', 'q', 'page'),
      ar: 2023,
    })
  })
})

describe('chosenIn', () => {
  it('says every filter in words, in the order of the chips', () => {
    expect(chosenIn(full, names).map(({ words }) => words)).toEqual([
      'Ord: nycklar',
      'Nämnd: AMN',
      'Ställningstagande: Instämmer',
      'Ställningstagande: Ej besvarad',
      'Framdrift: Genomförd',
      'Framdrift: Ej rapporterad',
      'Bedömning: Delvis åtgärdad',
      'Skillnad: Går isär',
      'Försenade',
      'År: 2024',
      'Biträde: Nordkajen Revision',
      'Granskning: Granskning av nycklar',
    ])
    expect(chosenIn({ sortering: 'title', page: 4 }, names)).toEqual([])
  })

  it('takes off one value and keeps the rest', () => {
    const chosen = chosenIn({ svar: ['accepts', 'rejects'], forsenad: true, page: 2 }, names)
    expect(chosen.map(({ without }) => without)).toEqual([
      { svar: ['rejects'], forsenad: true },
      { svar: ['accepts'], forsenad: true },
      { svar: ['accepts', 'rejects'] },
    ])
  })
})

function omitted<T extends object>(thing: T, ...keys: (keyof T)[]): Partial<T> {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !keys.includes(key as keyof T))) as Partial<T>
}
