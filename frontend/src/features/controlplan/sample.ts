// A plan for the tests of the rules beside it.
import type { Control, ControlContent, ControlPlan } from './api'

const content: ControlContent = {
  area: 'Behörigheter',
  title: 'Avslutade behörigheter',
  what: '',
  method: '',
  frequency: 'quarterly',
  firstMonth: 3,
  plannedOffset: 15,
  lastOffset: 30,
  sampleSize: null,
  function: 'Systemförvaltare',
  personId: null,
  riskIds: [],
  recommendationIds: [],
}

export function sampleContent(part: Partial<ControlContent> = {}): ControlContent {
  return { ...content, ...part }
}

export function sampleControl(
  id: string,
  { content: of, ...part }: Partial<Omit<Control, 'content'>> & { content?: Partial<ControlContent> } = {},
): Control {
  return {
    id,
    version: 1,
    number: 1,
    content: sampleContent(of),
    earlierId: null,
    removed: false,
    person: null,
    recommendations: [],
    checks: [],
    earlier: null,
    ...part,
  }
}

export function samplePlan(part: Partial<ControlPlan> = {}): ControlPlan {
  return {
    id: 'plan',
    version: 1,
    committeeId: 'committee',
    year: 2026,
    state: 'draft',
    content: { registryNumber: '', minorLimit: 10 },
    inForceFrom: null,
    scale: { likelihood: [], consequence: [], levels: { medium: 4, high: 9, critical: 16 }, categories: [] },
    risks: [],
    controls: [],
    earlier: null,
    commonRisks: [],
    adoption: null,
    earlierDecisions: [],
    amendments: [],
    report: null,
    editions: [],
    operationalPlanId: null,
    may: [],
    ...part,
  }
}
