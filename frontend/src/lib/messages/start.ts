import type { values } from './values'

type State = keyof typeof values.responseState

export const start = {
  title: 'Det här väntar på dig',
  register: 'Registrera granskning',
  responses: 'Yttranden',
  allResponses: 'Visa alla yttranden',
  planned: 'Planerat bakåt från nämndens sammanträden',
  /** What the reader is to do with a response in this state, as a button says it. */
  steps: {
    draft: 'Skriv vidare',
    submitted: 'Läs och godkänn',
    approved: 'Registrera beslut',
    decided: 'Överlämna till revisionen',
    delivered: 'Läs yttrandet',
  } satisfies Record<State, string>,
  open: (step: string, title: string) => `${step}, ${title}`,
  unanswered: 'Granskningar att besvara',
  unansweredCaption: 'Granskningar som din nämnd ska besvara och inte har börjat på',
  unconfirmed: 'Granskningar att bekräfta',
  unconfirmedCaption: 'Granskningar som ingen revisor har bekräftat',
  audit: 'Granskning',
  committee: 'Nämnd',
  firm: 'Granskare',
  reportDate: 'Rapportens dag',
  due: 'Svar senast',
  noDue: 'inget datum',
  noMeetingTitle: 'Ingen nämnd kvar före svarsdatumet',
  noMeeting: (due: string) => `Yttrandet ska vara hos revisionen ${due}.`,
  nextMeeting: (date: string) => `Nästa sammanträde är ${date}. Be om längre tid, eller lägg till ett sammanträde.`,
  noNextMeeting: 'Inget sammanträde är inlagt. Lägg till ett, eller be om längre tid.',
  toMeetings: 'Till sammanträdena',
  meetings: 'Nästa sammanträden',
  dispatchOn: (date: string) => `utskick ${date}`,
  nothing: 'Inget väntar på dig',
  nothingHelp: 'När en granskning registreras för din nämnd kommer den hit, med datumet då yttrandet ska vara klart.',
}
