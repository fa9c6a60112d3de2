// What the pages of responses (yttranden) say.

export const responses = {
  supplement: 'Komplettering',
  title: 'Yttranden',
  sub: 'Nämndernas svar till revisionen.',
  caption: 'Yttranden, efter svarsdatum',
  audit: 'Granskning',
  committee: 'Nämnd',
  registryNumber: 'Diarienummer',
  responseDue: 'Svar senast',
  state: 'Läge',
  decidedOn: 'Beslutat',
  anyState: 'Alla lägen',
  anyCommittee: 'Alla nämnder',
  clearFilter: 'Rensa filter',
  nothingFits: 'Inget passar filtret',
  nothingFitsHelp: 'Välj ett annat läge eller en annan nämnd.',
  empty: 'Inga yttranden ännu',
  emptyHelp: 'Ett yttrande börjar i granskningen, vid nämnden som ska svara.',
  toAudits: 'Till granskningarna',
  audits: 'Granskningar',
}

export const response = {
  head: (subject: string) => `Yttrande: ${subject}`,
  supplementHead: (subject: string) => `Kompletterande yttrande: ${subject}`,
  states: 'Yttrandets läge',
  due: 'svar senast',
  noDue: 'inget svarsdatum',
  version: (version: number) => `version ${version}`,
  recommendation: (numbers: string) => `Rekommendation ${numbers}`,
  and: ' och ',
  statement: 'Revisorernas uttalande',
  answerTo: (name: string) => `svaret på ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  sections: {
    introduction: 'Inledning',
    other_measures: 'Nämndens övriga åtgärder',
    control_plan: 'Åtgärder i internkontrollplanen',
    operational_plan: 'Åtgärder i verksamhetsplanen',
    closing: 'Avslutning',
  },
  titleAndStance: 'Rubrik och gemensamt ställningstagande',
  /** Said in the document when one stance holds for all. */
  commonStances: {
    accepts: 'Nämnden instämmer i rekommendationerna.',
    partly_accepts: 'Nämnden instämmer delvis i rekommendationerna.',
    rejects: 'Nämnden instämmer inte i rekommendationerna.',
    takes_no_position: 'Nämnden tar inte ställning till rekommendationerna.',
  },
  stances: {
    accepts: 'Nämnden instämmer.',
    partly_accepts: 'Nämnden instämmer delvis.',
    rejects: 'Nämnden instämmer inte.',
    takes_no_position: 'Nämnden tar inte ställning.',
  },
  alreadyAddressed: 'Redan åtgärdat.',
  dependsOn: (committee: string) => `Beroende av ${committee}.`,
  unanswered: '[Ej besvarad]',
  document: 'Yttrande',
}

export const refused = {
  title: 'Yttrandet är inte beslutat ännu',
  heading: 'Ett utkast hör till sin nämnd',
  advice:
    'Ett yttrande som inte är beslutat läses av nämndens handläggare, chef och sekreterare. När nämnden har beslutat kan du läsa det här.',
  toList: 'Se läge och datum i listan',
}

export const parts = {
  label: 'Yttrandets delar',
  recommendations: 'Rekommendationer',
  done: (done: number, all: number) => `${done} av ${all}`,
  doneRead: 'klara',
  other: 'Övriga delar',
  empty: 'tomt',
  written: 'skrivet',
  combine: 'Svara på flera tillsammans',
  addStatement: 'Svara på ett uttalande',
  missing: {
    recommendation_without_answer: 'svar saknas',
    answer_without_stance: 'ställningstagande saknas',
    answer_without_text: 'svar saknas',
    measure_without_what: 'vad som görs saknas',
    measure_without_function: 'ansvarig funktion saknas',
    measure_without_ready: 'när den är klar saknas',
    memorandum_without_proposal: 'förslag till beslut saknas',
  },
  missingMeasure: (place: number) => `åtgärd ${place}`,
  left: (count: number) => (count === 1 ? 'En sak kvar före inlämning' : `${count} saker kvar före inlämning`),
  inMemorandum: 'Tjänsteskrivelsen',
  late: 'Ny rekommendation',
  lateHelp: 'Den kom till efter att utkastet började.',
  addLate: 'Lägg till svar',
}

export const combine = {
  title: 'Svara på flera rekommendationer tillsammans',
  help: 'Här finns de rekommendationer vars svar är tomma. De får ett gemensamt svar.',
  tooFew: 'Det behövs minst två rekommendationer vars svar är tomma. Töm ett svar för att ta med det.',
  recommendations: 'Rekommendationer',
  act: 'Gör ett gemensamt svar',
}

export const statement = {
  title: 'Svara på ett uttalande',
  help: 'För det revisorerna säger utan att lämna en rekommendation.',
  words: 'Revisorernas uttalande',
  wordsHelp: 'Ordagrant ur rapporten.',
  act: 'Lägg till',
}

export const answer = {
  stance: 'Ställningstagande',
  common: 'Gemensamt ställningstagande',
  commonHelp: (stance: string) => `${stance} Det står en gång i yttrandet, och inte vid varje svar.`,
  changeCommon: 'Ändra det gemensamma',
  beside: 'Dessutom',
  dependsOn: 'Beroende av annan nämnd',
  dependsOnWhich: 'Vilken nämnd',
  text: 'Svar',
  takeApart: 'Ta isär svaret',
  takeApartTitle: 'Ta isär det gemensamma svaret?',
  takeApartHelp:
    'Varje rekommendation får ett eget tomt svar. Texten och åtgärderna i det gemensamma svaret försvinner.',
  remove: 'Ta bort svaret',
  removeTitle: 'Ta bort svaret på uttalandet?',
  removeHelp: 'Texten och åtgärderna försvinner.',
}

export const section = {
  text: 'Text',
  help: {
    introduction: 'Det första i yttrandet. Här finns ett förslag att gå vidare från.',
    other_measures: 'Det nämnden gör utöver svaren. Tomt utelämnas.',
    control_plan: 'Skriv vilka kontroller ni hänvisar till, med planens år och paragraf. Tomt utelämnas.',
    operational_plan: 'Skriv vilka åtgärder i verksamhetsplanen ni hänvisar till. Tomt utelämnas.',
    closing: 'Det sista före underskrifterna. Tomt utelämnas.',
  },
}

export const title = {
  title: 'Yttrandets rubrik',
  commonStance: 'Gemensamt ställningstagande',
  help: 'Ett för alla svar. Då står det en gång, och inte vid varje svar.',
  each: 'Ett för varje svar',
}

export const measures = {
  title: 'Åtgärder',
  caption: (name: string) => `Åtgärder: ${name}`,
  what: 'Åtgärd',
  function: 'Ansvarig funktion',
  functionHelp: 'En funktion, inte en person.',
  start: 'Påbörjas',
  ready: 'Klart',
  startLastDay: 'Påbörjas senast',
  readyLastDay: 'Klart senast',
  add: 'Lägg till åtgärd',
  addTitle: 'Ny åtgärd',
  edit: (what: string) => `Ändra åtgärden ${what}`,
  editTitle: 'Ändra åtgärd',
  remove: 'Ta bort åtgärden',
  removeLabel: (what: string) => `Ta bort åtgärden ${what}`,
  removeTitle: 'Ta bort åtgärden?',
  unnamed: (place: number) => `nummer ${place}`,
  missing: 'saknas',
  none: 'Inga åtgärder. Lägg till vad nämnden ska göra, eller låt svaret stå för sig.',
}

export const sheet = {
  title: 'Så här blir det',
  open: 'Öppna som PDF',
  cap: 'Bilden visar delen du skriver. Hela yttrandet finns som PDF.',
  empty: 'Inget skrivet ännu.',
}

export const conflict = {
  advice: 'Din text finns kvar här och är inte sparad.',
  compareTitle: 'Din text och den andra',
  mine: 'Min',
  other: 'Den andra',
  difference: 'Vad som skiljer',
}

export const unreachable = {
  title: 'Ingen kontakt med servern',
  advice: 'Fortsätt skriva. Texten sparas när servern svarar igen.',
}

export const kept = {
  title: 'Du har text som inte hann sparas',
  typed: (when: string) => `Den skrevs här i webbläsaren ${when}.`,
  changedSince: 'Texten på servern har ändrats sedan dess. Så här skiljer sig din text från den:',
  difference: 'Så här skiljer den sig från texten nedan:',
  use: 'Använd den',
  discard: 'Kasta',
}

export const actions = {
  submit: 'Lämna in för godkännande',
  submitted: 'Yttrandet är inlämnat',
  withdraw: 'Återta',
  withdrawn: 'Yttrandet är återtaget och är ett utkast igen',
  return: 'Återlämna',
  returned: 'Yttrandet är återlämnat',
  approve: 'Godkänn för nämnd',
  approved: 'Yttrandet är klart för nämnd',
  decide: 'Registrera beslut',
  dispatch: 'Registrera expediering',
  discard: 'Kasta utkastet',
  discarded: 'Utkastet är kastat',
  discardTitle: 'Kasta utkastet?',
  discardHelp: 'Allt som är skrivet i yttrandet försvinner. Det går bara så länge det aldrig har lämnats in.',
  pdf: 'PDF',
  docx: 'DOCX',
  incomplete: (count: number) =>
    count === 1 ? 'En uppgift hindrar inlämning' : `${count} uppgifter hindrar inlämning`,
  changed: 'Yttrandet har ändrats',
  changedHelp:
    'Någon annan ändrade det medan du läste. Du ser nu hur det ser ut. Försök igen om det du ville fortfarande stämmer.',
}

export const returning = {
  title: 'Återlämna yttrandet',
  help: 'Yttrandet blir utkast igen. Handläggaren ser kommentaren.',
  comment: 'Vad behöver ändras?',
  note: (name: string, when: string) => `Återlämnat av ${name}, ${when}`,
  sentBack: (outcome: string, date: string, paragraph: string) => `${outcome} i nämnden ${date}, §\u00a0${paragraph}`,
}

export const reading = {
  decided: (paragraph: string, date: string) => `Beslutat ${date}, §\u00a0${paragraph}`,
  decision: 'Beslut',
  outcome: 'Utfall',
  meeting: 'Sammanträde',
  paragraph: 'Paragraf',
  registered: 'Registrerat',
  dispatches: 'Expediering',
  history: 'Historik',
  editions: 'Dokument',
  edition: { draft: 'Utkastet som det är nu', approved: 'Förslaget till nämnden', decided: 'Det beslutade yttrandet' },
  editionOpen: { draft: 'Öppna utkastet', approved: 'Öppna förslaget', decided: 'Öppna det beslutade' },
  size: 'Storlek',
  kilobytes: (size: string) => `${size}\u00a0kB`,
  stored: 'Sparat',
  sha256: 'SHA-256',
  transition: {
    start: 'Påbörjat',
    submit: 'Inlämnat för godkännande',
    withdraw: 'Återtaget',
    return: 'Återlämnat',
    approve: 'Godkänt för nämnd',
    decide: 'Beslutat',
    refer_back: 'Tillbaka från nämnden',
    register: 'Registrerat i efterhand',
    deliver: 'Överlämnat till revisionen',
  },
  day: 'Dag',
  delegation: 'Delegation',
  verified: 'Justerat',
  comment: 'Ur protokollet',
}

export const dispatching = {
  title: 'Registrera expediering',
  kind: 'Till',
  kinds: { auditors: 'Revisionen', firm: 'Sakkunnigt biträde', committee: 'Annan nämnd', other: 'Annan' },
  recipient: 'Mottagare',
  sentOn: 'Skickat',
  toAuditors: 'När yttrandet är skickat till revisionen står det som överlämnat.',
  act: 'Registrera',
  done: 'Expedieringen är registrerad',
  delivered: 'Yttrandet är överlämnat till revisionen',
}

export const deciding = {
  outcomeHelp: {
    adopted: 'Nämnden antog yttrandet som det stod i förslaget.',
    adopted_with_changes: 'Ändra texterna nedan så att de blir som nämnden antog dem. Förslaget är kvar som det var.',
    referred_back: 'Nämnden vill att ärendet bereds vidare. Yttrandet blir ett utkast igen, och beslutet sparas.',
    chair_decision: 'Ordföranden beslutade i nämndens ställe, utan sammanträde.',
    rejected: 'Nämnden avslog förslaget. Yttrandet blir ett utkast igen, och beslutet sparas.',
  },
  backHelp: 'Yttrandet går tillbaka till förvaltningen. Det godkända förslaget är kvar.',
  sentBack: 'Beslutet är registrerat, och yttrandet är ett utkast igen',
  adoptedText: 'Text som nämnden antog',
  unchanged: 'Oförändrat',
  changed: 'Ändrat',
  changes: 'Ändring mot förslaget',
  nothingChanged: 'Inget är ändrat mot förslaget',
  nothingChangedHelp: 'Rör ändringen något annat än yttrandets text? Registrera då ändå. Annars välj Bifall.',
  help: 'När beslutet är registrerat låses texten, och det beslutade dokumentet sparas.',
  wrongState: 'Yttrandet kan inte beslutas nu',
  wrongStateHelp: 'Det ska vara klart för nämnd, och beslutet registreras av nämndens sekreterare.',
  toResponse: 'Till yttrandet',
  measureAdded: 'Tillagd',
  measureRemoved: 'Borttagen',
  measureChanged: 'Ändrad',
}

export const verifying = {
  act: 'Registrera justering',
  change: 'Ändra justering',
  title: 'Registrera justering',
  help: 'Dagen då protokollet med beslutet justerades.',
  verifiedOn: 'Justerat',
  save: 'Registrera',
  done: 'Justeringen är registrerad',
}

export const receiving = {
  act: 'Ta emot',
  change: 'Ändra mottagandet',
  title: 'Ta emot yttrandet',
  help: 'Det ni skriver här ser alla som kan läsa yttrandet.',
  reception: 'Revisorernas besked',
  comment: 'Kommentar',
  asked: 'Vad ska kompletteras?',
  supplementDue: 'Komplettering senast',
  save: 'Registrera',
  done: 'Mottagandet är registrerat',
  record: 'Revisorernas mottagande',
  registered: 'Registrerat',
}

export const supplementing = {
  act: 'Börja kompletterande yttrande',
  title: 'Börja ett kompletterande yttrande?',
  help: 'Det beslutade yttrandet ändras inte. Kompletteringen blir ett nytt utkast, som godkänns och beslutas för sig.',
  done: 'Det kompletterande yttrandet är påbörjat',
  record: 'Komplettering',
  supplements: 'Det här yttrandet kompletterar ett som är beslutat.',
  first: 'Till det första yttrandet',
  one: (place: number, all: number) => (all === 1 ? 'Kompletterande yttrande' : `Kompletterande yttrande ${place}`),
  answerable: 'Rekommendationer att svara på',
}

export const readthrough = {
  comment: 'Kommentera',
  whole: 'Om hela delen. Markera ord i texten innan du kommenterar, om det gäller just dem.',
  dropQuote: 'Ta bort citatet',
  text: 'Kommentar',
  open: 'Kommentarer',
  resolved: 'Åtgärdade kommentarer',
  openCount: (count: number) => (count === 1 ? '1 kommentar' : `${count} kommentarer`),
  resolvedCount: (count: number) => (count === 1 ? 'En åtgärdad kommentar' : `${count} åtgärdade kommentarer`),
  said: (name: string, when: string) => `${name}, ${when}`,
  resolve: 'Åtgärdat',
  resolvedBy: (name: string, when: string) => `Åtgärdat av ${name}, ${when}`,
  reopen: 'Öppna igen',
}

export const wordings = {
  title: 'Tidigare lydelser',
  none: 'Texten har inte ändrats.',
  use: 'Använd den här lydelsen',
}

export const presence = {
  also: (names: string[]) => `${new Intl.ListFormat('sv').format(names)} är också här`,
}
