/** What is kept from those whom it does not concern, with its legal ground. */
export const confidentiality = {
  markAudit: 'Märk med sekretess',
  change: 'Ändra sekretessen',
  auditTitle: 'Sekretess för granskningen',
  of: (name: string) => `Sekretess för ${name}`,
  help: 'Bara de nämnder som berörs, revisorerna och granskningens biträden ser det som är märkt. I listor och siffror för andra står det att något är utelämnat.',
  ground: 'Lagrum',
  groundHelp: 'Till exempel OSL 18 kap. 8 §.',
  mark: 'Märk med sekretess',
  unmark: 'Ta bort märkningen',
  marked: 'Märkt med sekretess',
  unmarked: 'Sekretessen är borttagen',
  by: (ground: string) => `Sekretess: ${ground}`,
  short: 'Sekretess',
  masked: 'maskerad',
  answersHidden: (count: number) =>
    count === 1
      ? 'För en rekommendation är svaret eller någon åtgärd utelämnad med hänsyn till sekretess. Ett sådant svar räknas inte.'
      : `För ${count} rekommendationer är svaret eller någon åtgärd utelämnad med hänsyn till sekretess. Sådana svar räknas inte.`,
  leftOut: 'Rekommendationen är utelämnad med hänsyn till sekretess.',
}
