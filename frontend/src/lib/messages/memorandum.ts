// What the pages of memoranda (tjänsteskrivelser), their template and the read-through say.
import type { components } from '@/api/schema'

type Schema = components['schemas']

export const memorandum = {
  title: 'Tjänsteskrivelse',
  none: 'Förvaltningens skrivelse till nämnden, med yttrandet som bilaga. Den behövs inte för att lämna in.',
  start: 'Skriv tjänsteskrivelse',
  started: 'Tjänsteskrivelsen är påbörjad',
  remove: 'Ta bort tjänsteskrivelsen',
  removeTitle: 'Ta bort tjänsteskrivelsen?',
  removeHelp: 'Det som är skrivet i den försvinner. Yttrandet är kvar som det är.',
  removed: 'Tjänsteskrivelsen är borttagen',
  text: 'Text',
  kinds: {
    proposed_decision: 'Förslag till beslut',
    matter: 'Ärendet',
    summary: 'Sammanfattning',
    preparation: 'Beredning',
    perspectives: 'Perspektiv',
    presentation: 'Föredragning',
    economic_consequences: 'Ekonomiska konsekvenser',
    decision_basis: 'Beslutsunderlag',
    recipients: 'Mottagare',
    description: 'Beskrivning',
    other: 'Annat',
  } satisfies Record<Schema['MemorandumSectionKind'], string>,
  proposalHelp: (lead: string) =>
    lead ? `En punkt för varje beslut. I dokumentet börjar varje punkt med ${lead}.` : 'En punkt för varje beslut.',
  basisHelp: 'Ett underlag på varje rad. De numreras i dokumentet.',
  emptyHelp: 'Tomt utelämnas.',
  includes: 'Hämta in efter texten',
  includesHelp: 'Avsnittet skriver ut det som står i yttrandet. Det ändras på ett ställe.',
  inclusions: {
    introduction: 'Yttrandets inledning',
    recommendations: 'Rekommendationerna',
    stances: 'Ställningstagandena',
    measures: 'Åtgärderna',
    input: 'Vilka som lämnat underlag',
  } satisfies Record<Schema['MemorandumInclusion'], string>,
  sources: {
    introduction: 'Ändra i inledningen',
    recommendations: 'Till granskningen',
    stances: 'Ändra i svaren',
    measures: 'Ändra i svaren',
    input: 'Till frågorna om underlag',
  } satisfies Record<Schema['MemorandumInclusion'], string>,
  nothing: {
    introduction: 'Inledningen är tom än.',
    recommendations: 'Yttrandet svarar inte på någon rekommendation.',
    stances: 'Yttrandet svarar inte på någon rekommendation.',
    measures: 'Inga åtgärder än.',
    input: 'Ingen har lämnat underlag än.',
  } satisfies Record<Schema['MemorandumInclusion'], string>,
  answered: (name: string, date: string) => `${name}, ${date}`,
  notAnswered: 'ej besvarad',
  number: 'Nr',
}

export const documents = {
  menu: 'Dokument',
  parts: {
    response: 'Yttrandet',
    memorandum: 'Tjänsteskrivelsen',
    both: 'Tjänsteskrivelsen med yttrandet som bilaga',
  } satisfies Record<Schema['DocumentPart'], string>,
  open: { memorandum: 'Öppna tjänsteskrivelsen', both: 'Öppna båda i ett' },
  formats: { pdf: 'PDF', docx: 'DOCX' } satisfies Record<Schema['DocumentFormat'], string>,
}

export const through = {
  act: 'Läs igenom',
  title: (subject: string) => `Läs igenom: ${subject}`,
  crumb: 'Till yttrandet',
  panel: 'Läs igenom',
  panelHelp: 'Hela handlingen som den blir, del för del, med kommentarer vid sina ställen.',
  comments: 'Öppna kommentarer',
  noComments: 'Inga öppna kommentarer.',
  next: 'Nästa',
  previous: 'Föregående',
  position: (at: number, all: number) => `${at} av ${all}`,
  walk: 'Gå mellan kommentarerna',
  gone: 'Delen finns inte kvar',
  done: 'När du har läst',
  approveHelp: 'Det du har läst här är det som sparas och visas för nämnden.',
  stored: 'Förslaget är godkänt och sparat',
  storedHelp: 'Nämnden får de sparade filerna, precis som de godkändes.',
}

export const template = {
  tab: 'Mall för tjänsteskrivelse',
  sub: 'Avsnitten som en ny tjänsteskrivelse börjar med. De som redan är påbörjade ändras inte.',
  readOnly: 'Bara administratören kan ändra.',
  notSet: 'Ingen egen mall än',
  notSetHelp: 'Tills ni har sparat en används den första uppställningen nedan.',
  start: 'Börja från en uppställning',
  startHelp: 'Det som står nedan byts ut. Inget är sparat förrän du väljer Spara.',
  startingPoint: (lead: string) => (lead ? `Med ${lead}-satser` : 'Utan att-satser'),
  used: 'Uppställningen är inlagd. Spara när den är som ni vill ha den.',
  name: 'Vad skrivelsen heter',
  nameHelp: 'Till exempel Tjänsteskrivelse eller Tjänsteutlåtande.',
  lead: 'Ord före varje beslutspunkt',
  leadHelp: 'Till exempel att. Tomt om punkterna skrivs utan.',
  sections: 'Avsnitt',
  placeholders:
    'I texten byts {granskning}, {revisorerna}, {biträde}, {nämnden}, {svarsdatum} och {diarienummer} ut när en skrivelse påbörjas.',
  sectionAt: (place: number, heading: string) => `Avsnitt ${place}${heading && `: ${heading}`}`,
  heading: 'Rubrik',
  kind: 'Slag',
  text: 'Text från början',
  includes: 'Hämta in efter texten',
  up: (heading: string) => `Flytta upp ${heading}`,
  down: (heading: string) => `Flytta ner ${heading}`,
  remove: (heading: string) => `Ta bort ${heading}`,
  unnamed: 'avsnittet',
  add: 'Lägg till avsnitt',
  saved: 'Mallen är sparad',
}
