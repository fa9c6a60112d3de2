import type { components } from '@/api/schema'

type Kind = components['schemas']['WaitingKind']

export const start = {
  title: 'Det här väntar på dig',
  register: 'Registrera granskning',
  mine: 'Att göra',
  near: 'Nära i tid',
  others: 'Väntar på andra',
  firstOf: (shown: number, total: number) => `de första ${shown} av ${total}`,
  /** What it is, or what the reader is to do, as a button says it. */
  kinds: {
    start_response: 'Börja på yttrandet',
    finish_draft: 'Skriv vidare',
    revise_returned: 'Ändra det återlämnade',
    take_in_input: 'Hämta underlaget',
    approve_response: 'Läs och godkänn',
    decide_response: 'Registrera beslut',
    verify_decision: 'Ange när protokollet justerades',
    dispatch_response: 'Överlämna till revisionen',
    reply_input: 'Svara på frågan',
    confirm_audit: 'Bekräfta granskningen',
    receive_response: 'Ta emot yttrandet',
    start_supplement: 'Komplettera yttrandet',
    response_due: 'Svar senast',
    manuscript_stop: 'Manusstopp',
    papers_sent: 'Utskick',
    meeting: 'Sammanträde',
    measure_due: 'Åtgärd klar senast',
    report_measure: 'Rapportera åtgärden',
    answer_round: 'Svara på revisorernas uppföljning',
    confirm_verdict: 'Pröva den föreslagna bedömningen',
    input_awaited: 'Underlag',
    approval_awaited: 'Godkännande',
    decision_awaited: 'Nämndens beslut',
    reception_awaited: 'Revisorernas mottagande',
    response_awaited: 'Yttrande',
    supplement_awaited: 'Komplettering',
  } satisfies Record<Kind, string>,
  /** The state of a response that has its way shown. */
  states: {
    finish_draft: 'Utkast',
    revise_returned: 'Återlämnat',
    approve_response: 'Inlämnad för godkännande',
    decide_response: 'Klar för nämnd',
  } as Partial<Record<Kind, string>>,
  open: (step: string, title: string) => `${step}, ${title}`,
  meetings: 'Nästa sammanträden',
  dispatchOn: (date: string) => `utskick ${date}`,
  nothing: 'Inget väntar på dig',
  nothingHelp: 'När något är ditt att göra kommer det hit, med datumet då det ska vara klart.',
}
