// The glossary's values: the Swedish word of every code that travels in the API. The contract holds the lists complete.
import type { components } from '@/api/schema'

type Codes = components['schemas']

export const values = {
  committeeKind: {
    committee: 'Nämnd',
    executive: 'Kommunstyrelse',
    joint: 'Gemensam nämnd',
    company: 'Bolag',
  } satisfies Record<Codes['CommitteeKind'], string>,
  grade: {
    yes: 'Ja',
    in_all_essentials: 'I allt väsentligt',
    mostly: 'Till övervägande del',
    partly: 'Delvis',
    no: 'Nej',
    not_graded: 'Ej graderad',
    not_applicable: 'Ej tillämplig',
  } satisfies Record<Codes['Grade'], string>,
  stance: {
    accepts: 'Instämmer',
    partly_accepts: 'Instämmer delvis',
    rejects: 'Instämmer inte',
    takes_no_position: 'Tar inte ställning',
  } satisfies Record<Codes['Stance'], string>,
  unanswered: 'Ej besvarad',
  alreadyAddressed: 'Redan åtgärdat',
  progress: {
    not_started: 'Ej påbörjad',
    ongoing: 'Pågående',
    continuous: 'Löpande, ingår i ordinarie verksamhet',
    done: 'Genomförd',
    cancelled: 'Avslutad utan åtgärd',
  } satisfies Record<Codes['Progress'], string>,
  unreported: 'Ej rapporterad',
  noCriticism: 'Ingen kritik',
  verdict: {
    not_followed_up: 'Ej uppföljd',
    addressed: 'Åtgärdad',
    partly_addressed: 'Delvis åtgärdad',
    not_addressed: 'Ej åtgärdad',
    no_longer_relevant: 'Ej längre aktuell',
  } satisfies Record<Codes['Verdict'], string>,
  difference: {
    none: 'Ingen skillnad',
    differs: 'Går isär',
    unexamined: 'Ej prövad',
  } satisfies Record<Codes['Difference'], string>,
  criticismKind: {
    caution: 'Erinran',
    formal_remark: 'Anmärkning',
    discharge_denied: 'Ansvarsfrihet avstyrkt',
  } satisfies Record<Codes['CriticismKind'], string>,
  reception: {
    not_received: 'Ej mottaget',
    received: 'Mottaget',
    sufficient: 'Tillräckligt',
    supplement_requested: 'Komplettering begärd',
  },
  responseState: {
    draft: 'Utkast',
    submitted: 'Inlämnad för godkännande',
    approved: 'Klar för nämnd',
    decided: 'Beslutad',
    delivered: 'Överlämnad till revisionen',
  } satisfies Record<Codes['ResponseState'], string>,
  decisionOutcome: {
    adopted: 'Bifall',
    adopted_with_changes: 'Bifall med ändring',
    referred_back: 'Återremiss',
    chair_decision: 'Ordförandebeslut',
    rejected: 'Avslag',
  } satisfies Record<Codes['DecisionOutcome'], string>,
  planState: {
    draft: 'Utkast',
    adopted: 'Antagen',
    reported: 'Avrapporterad',
  } satisfies Record<Codes['PlanState'], string>,
  riskLevel: {
    low: 'Låg',
    medium: 'Medel',
    high: 'Hög',
    critical: 'Kritisk',
  } satisfies Record<Codes['RiskLevel'], string>,
  treatment: {
    control_plan: 'Till internkontrollplan',
    operational_plan: 'Till verksamhetsplan',
    action_now: 'Åtgärdas direkt',
    accept: 'Accepteras',
    handled_elsewhere: 'Hanteras i ordinarie verksamhet',
  } satisfies Record<Codes['Treatment'], string>,
  frequency: {
    continuous: 'Löpande',
    monthly: 'Varje månad',
    quarterly: 'Varje kvartal',
    four_monthly: 'Varje tertial',
    half_yearly: 'Varje halvår',
    yearly: 'Varje år',
    once: 'En gång',
    on_event: 'Vid händelse',
  } satisfies Record<Codes['Frequency'], string>,
  checkOutcome: {
    no_deviation: 'Ingen avvikelse',
    minor_deviation: 'Mindre avvikelse',
    major_deviation: 'Väsentlig avvikelse',
    not_performed: 'Kunde inte utföras',
  } satisfies Record<Codes['CheckOutcome'], string>,
  checkState: {
    ahead: 'Planerad',
    due: 'Att göra',
    overdue: 'Försenad',
    performed: 'Gjord',
  } satisfies Record<Codes['CheckState'], string>,
  amendmentState: {
    draft: 'Utkast',
    adopted: 'Antaget',
    rejected: 'Avslaget',
  } satisfies Record<Codes['AmendmentState'], string>,
  judgement: {
    sufficient: 'Tillräcklig',
    sufficient_with_improvements: 'Tillräcklig med förbättringsområden',
    insufficient: 'Inte tillräcklig',
  } satisfies Record<Codes['Judgement'], string>,
  role: {
    officer: 'Handläggare',
    manager: 'Förvaltningschef',
    secretary: 'Nämndsekreterare',
    controller: 'Controller',
    contributor: 'Åtgärdsansvarig',
    auditor: 'Revisor',
    adviser: 'Sakkunnigt biträde',
    overseer: 'Kommunstyrelsens uppsikt',
    reader: 'Läsare',
    administrator: 'Administratör',
  } satisfies Record<Codes['Role'], string>,
} as const

/** The word of a code, or the code itself where a newer server knows one that this page does not. */
export function wordOf<T extends Record<string, string>>(words: T, code: string): string {
  return words[code] ?? code
}
