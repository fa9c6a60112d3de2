type WarningWords = (subject: string, quoted: string) => string

/** What a reading's warning says, by its code. `subject` is what it is about, `quoted` the report's words or a date. */
const warnings: Record<string, WarningWords> = {
  not_found: (subject) =>
    subject ? `${subject} hittades inte i texten.` : 'Texten ser inte ut som en revisionsrapport.',
  abbreviation_matched: (subject, quoted) => `${subject} skrivs aldrig ut i rapporten. Bara ${quoted} passar.`,
  abbreviation_unknown: (subject) => `${subject} skrivs aldrig ut i rapporten. Välj vilken nämnd det är.`,
  wordings_differ: (subject, quoted) =>
    quoted ? `${subject} står också som ”${quoted}”.` : `${subject} har flera lydelser. Välj vilken som gäller.`,
  grade_unclear: (subject, quoted) =>
    quoted
      ? `${subject}: ”${quoted}” finns inte i skalan. Välj bedömning.`
      : `${subject}: bedömningen kunde inte läsas.`,
  grades_differ: (subject, quoted) => `${subject} bedöms på ett annat ställe som ”${quoted}”.`,
  no_recommendations: () => 'Rapporten innehåller inga rekommendationer.',
  earlier_recommendations: () => 'Här står en tidigare gransknings rekommendationer. De har inte lästs som nya.',
  truncated: (part, quoted) => {
    if (part === 'source') return 'Texten är för lång för att visas här. Jämför med filen.'
    if (part) return 'Bara en del av filen gick att läsa. Jämför med rapporten.'
    return quoted ? `Texten slutar innan ”${quoted}”.` : 'Texten slutar mitt i en mening.'
  },
  committee_unclear: (subject) =>
    `${subject} lämnas inte till någon av nämnderna. Välj vem den gäller, eller ta bort den.`,
  ocr_noise: () => 'Bokstäver eller mellanslag saknas, som efter inskanning. Jämför med rapporten.',
  date_incomplete: () => 'Dagen för svar saknar årtal i texten.',
  numbers_differ: (subject, quoted) => `${subject || 'Diarienumret'} är ${quoted || 'ett annat'} på ett annat ställe.`,
  paragraph_unclear: () => 'Flera paragrafer kan vara beslutets. Välj vilken som gäller.',
  stance_unclear: (_, quoted) =>
    quoted ? `”${quoted}” är inget ställningstagande som går att tolka.` : 'Ställningstagandet gick inte att tolka.',
  dates_differ: (_, quoted) => `Dagen för svar är ${quoted} på ett annat ställe.`,
}

/** What a value is called at its mark in the report's text, in short and in full. */
export const marks = {
  cover: {
    title: { short: 'Titel', full: 'Titel' },
    firm: { short: 'Biträde', full: 'Sakkunnigt biträde' },
    commissionedBy: { short: 'Uppdrag', full: 'Uppdragsgivare' },
    reportDate: { short: 'Dag', full: 'Rapportens dag' },
    responseDue: { short: 'Svar', full: 'Svar senast' },
    registryNumber: { short: 'Dnr', full: 'Revisionens diarienummer' },
  },
  committee: (name: string) => ({ short: name, full: `Nämnd: ${name}` }),
  addressee: (name: string) => ({ short: `Till ${name}`, full: `Adressat: ${name}` }),
  question: (number: string) => ({ short: `F${number}`, full: `Fråga ${number}` }),
  assessment: (number: string, committee: string) => ({
    short: `F${number} ${committee}`,
    full: `Bedömning av fråga ${number}, ${committee}`,
  }),
  overall: (committee: string) => ({ short: `Samlad ${committee}`, full: `Samlad bedömning, ${committee}` }),
  recommendation: (numbers: readonly string[]) => ({
    short: numbers.map((number) => `R${number}`).join(' '),
    full: `Rekommendation ${numbers.join(' och ')}`,
  }),
  criterion: (place: number) => ({ short: `K${place}`, full: `Kriterium ${place}` }),
  document: (place: number) => ({ short: `D${place}`, full: `Dokument ${place}` }),
  toField: (full: string) => `, till fältet ${full}`,
  toRemark: (words: string) => `, till fältet: ${words}`,
  remark: (place: number) => `Se över ${place}`,
  line: (line: number) => `rad ${line}`,
  page: (page: number) => `sida ${page}`,
  inFile: (place: number, where: string) => `fil ${place} ${where}`,
  file: (place: number, name: string) => `Fil ${place}: ${name}`,
  show: (full: string) => `Visa ${full} i texten, `,
  text: 'Rapportens text',
  textHelp: 'Piltangenterna går mellan markeringarna, Enter går till fältet.',
  fields: 'Uppgifter',
  shown: 'Visa',
}

export const reading = {
  warnings,
  unknownWarning: ((subject) => `${subject || 'Något'} behöver ses över.`) as WarningWords,
  atLine: (line: number) => `Rad ${line}`,
  onPage: (page: number) => `Sida ${page}`,
  inFile: (place: number) => ` i fil ${place}`,
  /** What a reading's values are called, by the contract's names. */
  values: {
    title: 'Titeln',
    firm: 'Sakkunnigt biträde',
    commissionedBy: 'Uppdragsgivaren',
    reportDate: 'Rapportens dag',
    responseDue: 'Dagen för svar',
    registryNumber: 'Revisionens diarienummer',
    committees: 'Granskade nämnder',
    addressees: 'Adressater',
    questions: 'Revisionsfrågor',
    assessments: 'Bedömningar',
    overallAssessments: 'Samlad bedömning',
    criteria: 'Revisionskriterier',
    documents: 'Granskade dokument',
  } as Record<string, string | undefined>,
  question: (number: string) => `Fråga ${number}`,
  questionFor: (number: string, committee: string) => `Fråga ${number}, ${committee}`,
  gradeOf: (question: string) => `Bedömningen av ${question.charAt(0).toLocaleLowerCase('sv-SE')}${question.slice(1)}`,
  overallOf: (committee: string) => `Samlad bedömning av ${committee}`,
  recommendation: (number: string) => `Rekommendation ${number}`,

  title: 'Registrera granskning',
  drop: 'Släpp rapporten här',
  dropHelp:
    'PDF, Word, text eller webbsida (.pdf, .docx, .txt, .html). Lägg gärna med följebrevet, där svarsdag och adressater brukar stå.',
  choose: 'Välj filer',
  byHandTitle: 'Utan fil',
  byHandHelp: 'Fyll i titel, nämnder, frågor och rekommendationer själv.',
  byHand: 'Skriv in för hand',
  noteTitle: 'Inget sparas förrän du säger till',
  noteHelp: 'Du får se över allt som lästs och rätta det innan granskningen sparas.',
  reading: (files: string) => `Läser ${files}`,
  readingHelp: 'Det brukar gå på några sekunder.',
  cancel: 'Avbryt läsningen',
  known: {
    title: 'Granskningen finns kanske redan',
    sub: 'Rapporten liknar det som redan är registrerat. Samma granskning registreras en gång, vem som än gör det.',
    caption: 'Granskningar som liknar rapporten',
    audit: 'Granskning',
    reportDate: 'Datum',
    registryNumber: 'Revisionens diarienummer',
    state: 'Läge',
    join: 'Lägg filerna där',
    joinLabel: (title: string) => `Lägg filerna till ${title}`,
    joinHelp: 'Filerna blir bilagor till granskningen. Det som står i den ändras inte.',
    confirmedHelp: 'Bekräftad: revisorerna lägger till filer',
    joined: 'Filerna är lagda till granskningen',
    asNew: 'Registrera som ny',
  },
  steps: 'Steg',
  step: { file: 'Fil', read: 'Läs av', correct: 'Rätta', save: 'Spara' },
}
