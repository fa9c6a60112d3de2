// The Swedish that every page shares. One file for each capability stands beside this one; see values.ts for the
// glossary's words and problems.ts for the words of every error code.

export const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export const dates = {
  writeAs: 'Skriv datumet som åååå-mm-dd, till exempel 2024-02-29.',
  noSuchMonth: (month: number) => `Det finns ingen månad ${month}. Skriv datumet som åååå-mm-dd.`,
  noLeapDay: (year: number, meant: string) => `${year} har ingen 29 februari. Menar du ${meant}?`,
  shortMonth: (month: number, days: number, meant: string) =>
    `${capital(months[month - 1] ?? '')} har ${days} dagar. Menar du ${meant}?`,
  withWeek: (date: string, week: number) => `${capital(date)}, vecka ${week}`,
  relative: (days: number) => {
    if (days === 0) return 'i dag'
    if (days === 1) return 'i morgon'
    if (days === -1) return 'i går'
    return days > 0 ? `om ${days} dagar` : `${-days} dagar sen`
  },
  placeholder: 'åååå-mm-dd',
}

/** A time as people write it, such as våren 2024. */
export const approximateDates = {
  lastDay: 'sista dag',
  wordsHelp: 'Till exempel 2024-03-01, maj 2024, kvartal 2 2024, våren 2024 eller löpande.',
  understood: {
    day: 'Uppfattat som en dag.',
    month: 'Uppfattat som en månad.',
    quarter: 'Uppfattat som ett kvartal.',
    season: 'Uppfattat som en årstid.',
    year: 'Uppfattat som ett år.',
    continuous: 'Uppfattat som löpande, utan sista dag.',
  },
  suggestion: 'Föreslagen dag. Ändra om ni menar en annan.',
  waitForSuggestion: 'Se vilken dag som föreslås, och spara sedan.',
  notUnderstood: 'Uppsikt förstår inte orden som en tid. Skriv själv den sista dagen.',
}

export const common = {
  product: 'Uppsikt',
  save: 'Spara',
  cancel: 'Avbryt',
  close: 'Stäng',
  remove: 'Ta bort',
  change: 'Ändra',
  add: 'Lägg till',
  retry: 'Försök igen',
  reload: 'Läs in på nytt',
  search: 'Sök',
  clear: 'Rensa',
  tools: 'Ändra',
  yes: 'Ja',
  no: 'Nej',
  all: 'Alla',
  none: 'Inget',
  choose: 'Välj',
  optional: 'frivilligt',
  loading: 'Hämtar',
  messages: 'Meddelanden',
  remark: 'Uppgift',
  sort: ', sortera',
  pick: 'Välj',
  pickRow: (row: string) => `Välj: ${row}`,
  errorCode: (code: string) => `Felkod ${code}`,
  crumbs: 'Brödsmulor',
  pages: 'Sidor i listan',
  previousPage: 'Föregående sida',
  nextPage: 'Nästa sida',
  pageOf: (from: number, to: number, total: number) => `${from}–${to} av ${total}`,
  noHits: 'Inget passar',
  saved: 'Sparat',
  skipToContent: 'Hoppa till innehållet',
}

export const filtering = {
  chosen: 'Valda filter',
  chosenCount: 'valda',
  find: (label: string) => `Sök bland ${label.toLowerCase()}`,
  clear: 'Rensa filter',
  removed: (words: string) => `Filtret är borttaget: ${words}`,
  allRemoved: 'Alla filter är borttagna',
}

export const form = {
  /** The head of the summary over a form that was not accepted. */
  summary: (count: number) => (count === 1 ? 'En uppgift behöver rättas' : `${count} uppgifter behöver rättas`),
  inField: (label: string, words: string) => `${label}: ${words}`,
}

export const saving = {
  waiting: 'Sparar',
  saving: 'Sparar',
  saved: (time: string) => `Sparat ${time}`,
  failed: 'Inte sparat. Din text finns kvar i webbläsaren.',
  conflict: 'Inte sparat. Någon annan har ändrat.',
}

export const conflict = {
  title: 'Någon annan har ändrat',
  advice: 'Uppgifterna sparades av någon annan medan du skrev. Dina ändringar finns kvar här och är inte sparade.',
  keepMine: 'Behåll min',
  takeOther: 'Använd den andra',
  textTitle: 'Någon annan har ändrat samma text',
  compare: 'Jämför',
}

export const unsaved = {
  title: 'Du har ändringar som inte är sparade',
  advice: 'Om du lämnar sidan nu försvinner de.',
  stay: 'Stanna kvar',
  leave: 'Lämna utan att spara',
}

export const editor = {
  toolbar: 'Textformat',
  mode: 'Visning',
  bold: 'Fet',
  italic: 'Kursiv',
  bullets: 'Punktlista',
  numbers: 'Numrerad lista',
  link: 'Länk',
  linkAddress: 'https://',
  linkText: 'länktext',
  write: 'Skriv',
  preview: 'Förhandsvisa',
  emptyPreview: 'Inget skrivet ännu.',
  words: (count: number) => `${count} ord`,
}

export const difference = {
  removed: 'borttaget: ',
  added: 'tillagt: ',
  end: ' slut. ',
}

export const states = {
  done: 'klart: ',
  current: 'nu: ',
}

export const plan = {
  label: (title: string) => `Vägen till svarsdatumet, ${title}`,
  steps: {
    received: { label: 'Inkommet', detail: 'från revisionen' },
    draftReady: { label: 'Utkast klart', detail: 'till chefen' },
    approved: { label: 'Godkänt', detail: 'av chefen' },
    manuscriptStop: { label: 'Manusstopp', detail: 'förslaget klart' },
    preparation: { label: 'Beredning', detail: 'med ordföranden' },
    dispatch: { label: 'Utskick', detail: 'handlingar till nämnden' },
    meeting: { label: 'Nämnd', detail: 'sista före svarsdatum' },
    due: { label: 'Svar senast', detail: 'till revisionen' },
    lateMeeting: { label: 'Nästa nämnd', detail: 'efter svarsdatum' },
  },
  tooLate: (days: number) => (days === 1 ? 'en dag för sent' : `${days} dagar för sent`),
}

export const leftOut = (count: number) => `Uppgifter med sekretess är utelämnade: ${count}.`

export const recommendationsField = {
  label: 'Rekommendationer',
  help: 'Revisionens rekommendationer till nämnden som det svarar på. Sök på ord ur dem.',
  chosen: 'Valda rekommendationer',
  option: (number: string, text: string) => `${number}. ${text.length > 120 ? `${text.slice(0, 120)}…` : text}`,
  remove: (label: string) => `Ta bort ${label}`,
}
