// What the page says on which earlier follow-up is read in from a spreadsheet.
import type { components } from '@/api/schema'

type Codes = components['schemas']

const many = (count: number, one: string, more: string) =>
  `${count.toLocaleString('sv-SE')} ${count === 1 ? one : more}`

export const backlog = {
  act: 'Läs in tidigare uppföljning',
  title: 'Läs in tidigare uppföljning',
  sub: 'Granskningar, rekommendationer, svar och vad det blev av dem, ur en tabell ni redan har.',
  list: 'Rekommendationer',
  template: 'Hämta en mall',
  templateTitle: 'Har ni ingen tabell?',
  templateHelp:
    'Mallen har de kolumner som kan läsas in, och ett blad som säger vad var och en tar. Uppsikts egen lista går också att läsa in.',
  twiceTitle: 'Samma fil igen gör ingen skada',
  twiceHelp: 'Det som redan finns läggs inte till en gång till.',
  leftOut: 'Utelämnas: inte din att sätta.',
  leftOutHelp: 'Nämnden sätter inte revisionens bedömning, och en revisor inte nämndens svar och status.',
  adds: 'Det här läggs till',
  counted: {
    audits: (n: number) => many(n, 'granskning', 'granskningar'),
    recommendations: (n: number) => many(n, 'rekommendation', 'rekommendationer'),
    assignments: (n: number) => many(n, 'rekommendation till en nämnd', 'rekommendationer till nämnder'),
    responses: (n: number) => many(n, 'beslutat yttrande', 'beslutade yttranden'),
    measures: (n: number) => many(n, 'åtgärd', 'åtgärder'),
    progressReports: (n: number) => many(n, 'status', 'statusar'),
    verdicts: (n: number) => many(n, 'bedömning', 'bedömningar'),
  } satisfies Record<keyof Codes['ImportCount'], (n: number) => string>,
  done: 'Uppföljningen är inläst',
  toList: 'Till rekommendationerna',
  more: 'Läs in en fil till',
  fields: {
    audit: 'Granskning',
    audit_registry_number: 'Revisionens diarienummer',
    firm: 'Biträde',
    report_date: 'Granskningens datum',
    number: 'Rekommendationens nummer',
    recommendation: 'Rekommendation',
    committee: 'Nämnd',
    response_registry_number: 'Nämndens diarienummer',
    decided_on: 'Beslutsdag',
    paragraph: 'Paragraf',
    stance: 'Ställningstagande',
    answer: 'Svar',
    measure: 'Åtgärd',
    function: 'Ansvarig funktion',
    ready: 'Klart senast',
    progress: 'Status',
    progress_comment: 'Statuskommentar',
    progress_on: 'Statusens datum',
    verdict: 'Revisionens bedömning',
    verdict_comment: 'Bedömningens kommentar',
    verdict_on: 'Bedömningens datum',
  } satisfies Record<Codes['ImportField'], string>,
}
