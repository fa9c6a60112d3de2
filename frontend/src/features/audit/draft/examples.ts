// Made-up things of Storåns kommun that the tests of the draft begin with.
import type { Schema } from '@/api/client'

export function committee(id: string, name: string, abbreviation: string): Schema['Committee'] {
  const content = {
    name,
    abbreviation,
    kind: 'committee' as const,
    registryNumberPattern: '',
    administrationIds: [],
    signatories: [],
  }
  return { id, version: 1, content, successorId: null }
}

export const organization = [
  committee('ks', 'Kommunstyrelsen', 'KS'),
  committee('amn', 'Arbetsmarknadsnämnden', 'AMN'),
  committee('mbn', 'Miljö- och byggnadsnämnden', 'MBN'),
]

export const content: Schema['AuditContent'] = {
  title: 'Granskning av nycklar',
  firm: 'Nordkajen Revision',
  commissionedBy: 'Storåns kommuns revisorer',
  reportDate: null,
  registryNumber: '',
  committeeIds: ['amn', 'mbn'],
  addressees: [
    { id: 'a1', committeeId: 'amn', responseDue: '2024-02-29', registryNumber: 'AMN-1', asked: '', extension: null },
    {
      id: 'a2',
      committeeId: 'ks',
      responseDue: null,
      registryNumber: '',
      asked: 'Hur uppsikten utövas',
      extension: null,
    },
  ],
  questions: [
    { id: 'q1', number: '1', text: 'Räknas nycklarna?', parentId: null },
    { id: 'q2', number: '1.1', text: 'Och kvitteras?', parentId: 'q1' },
  ],
  assessments: [
    { questionId: 'q1', committeeId: 'amn', grade: 'partly', verbatim: 'inte helt' },
    { questionId: 'q1', committeeId: 'mbn', grade: 'no', verbatim: '' },
  ],
  overallAssessments: [{ committeeId: 'amn', grade: 'partly', verbatim: '' }],
  recommendations: [
    { id: 'r1', number: '1', text: 'Räkna nycklarna.', variants: ['Räkna dem.'], committeeIds: ['amn', 'ks'] },
  ],
  criteria: ['Kommunallagen 6 kap. 6 §'],
  documents: [
    { title: 'Nyckelrutin', date: '2022-05-01', committeeId: 'amn' },
    { title: 'Reglemente', date: null, committeeId: null },
  ],
}

export const reading: Schema['Reading'] = {
  title: 'Granskning av nycklar',
  firm: null,
  commissionedBy: 'Storåns kommuns revisorer',
  reportDate: '2023-12-14',
  responseDue: '2024-02-29',
  registryNumber: null,
  committees: [
    { abbreviation: 'AMN', name: 'arbetsmarknads-nämnden' },
    { abbreviation: 'KFN', name: 'Kultur- och fritidsnämnden' },
    { abbreviation: 'XN', name: null },
  ],
  addressees: [
    { name: 'Arbetsmarknadsnämnden', registryNumber: 'AMN-2023-00403' },
    { name: 'Kommunstyrelsen', registryNumber: null },
  ],
  questions: [
    { number: '1', text: 'Räknas nycklarna?', parent: null },
    { number: '1.1', text: 'Och kvitteras?', parent: '1' },
  ],
  assessments: [
    { question: '1', committee: 'AMN', grade: 'yes', verbatim: 'Ja' },
    { question: '1', committee: 'KFN', grade: null, verbatim: 'Nja' },
  ],
  overallAssessments: [{ committee: 'AMN', grade: 'partly', verbatim: 'inte fullt ut' }],
  recommendations: [{ number: '1', text: 'Räkna nycklarna.', committees: ['AMN', 'KFN'], variants: ['Räkna dem.'] }],
  criteria: ['Kommunallagen 6 kap. 6 §'],
  documents: [{ title: 'Nyckelrutin', date: null, committee: 'AMN' }],
  warnings: [],
}
