// An assignment for the tests, with what each wants to say put in.
import type { Assignment, FollowedMeasure, GivenVerdict, MeasureReport, ProgressReport } from './api'

const officer = { id: 'elin', name: 'Elin Strandmark' }
const auditor = { id: 'birgitta', name: 'Birgitta Sjöholm' }

export function sampleAssignment(parts: Partial<Assignment> = {}): Assignment {
  return {
    id: 'assignment',
    version: 1,
    summary: {
      id: 'assignment',
      version: 1,
      recommendationId: 'recommendation',
      number: '2',
      text: 'Följ upp att lånade nycklar lämnas tillbaka.',
      auditId: 'audit',
      auditTitle: 'Granskning av nycklar',
      firm: 'Nordkajen Revision',
      reportDate: '2023-12-14',
      committeeId: 'committee',
      holderId: 'committee',
      responseState: 'delivered',
      stance: 'accepts',
      progress: null,
      verdict: 'not_followed_up',
      proposedVerdict: null,
      difference: 'none',
      lastDay: null,
      overdue: false,
      measures: 0,
      measuresDone: 0,
      confidentialGround: null,
      answerHidden: false,
    },
    others: [],
    answers: [],
    measures: [],
    suggestedProgress: null,
    progressReports: [],
    verdicts: [],
    may: [],
    ...parts,
  }
}

export function answered(decidedOn: string): Assignment['answers'][number] {
  return {
    responseId: 'response',
    answerId: 'answer',
    decidedOn,
    paragraph: '12',
    stance: 'accepts',
    alreadyAddressed: false,
    dependsOnCommitteeId: null,
    text: 'Nämnden gör det.',
    confidentialGround: null,
    hidden: false,
  }
}

export function reported(on: string, progress: ProgressReport['progress'], at = `${on}T10:00:00Z`): ProgressReport {
  return { id: `${progress} ${on}`, progress, comment: '', effect: '', on, by: officer, at }
}

export function judged(on: string, verdict: GivenVerdict['verdict'], confirmed = true): GivenVerdict {
  const at = `${on}T12:00:00Z`
  return {
    id: `${verdict} ${on}`,
    verdict,
    comment: '',
    on,
    by: auditor,
    at,
    confirmedBy: confirmed ? auditor : null,
    confirmedAt: confirmed ? at : null,
  }
}

export function measureReported(id: string, parts: Partial<MeasureReport> = {}): MeasureReport {
  return {
    id,
    progress: 'ongoing',
    done: '',
    effect: '',
    on: '2024-05-20',
    newReady: null,
    reason: '',
    by: officer,
    at: '2024-05-20T10:00:00Z',
    ...parts,
  }
}

export function sampleMeasure(reports: MeasureReport[]): FollowedMeasure {
  return {
    id: 'measure',
    version: 1,
    content: {
      what: 'Räkna nycklarna',
      function: 'Fastighetschef',
      start: null,
      ready: { words: 'april 2024', precision: 'month', lastDay: '2024-04-30' },
    },
    progress: 'ongoing',
    ready: null,
    overdue: false,
    person: null,
    reports,
    confidentialGround: null,
    hidden: false,
    may: [],
  }
}
