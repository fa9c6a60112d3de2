// The words around a spreadsheet on its way in: what is handed in, how it was read, what is wrong, what it does.

const many = (count: number, one: string, more: string) =>
  `${count.toLocaleString('sv-SE')} ${count === 1 ? one : more}`

export const sheet = {
  drop: 'Släpp filen här',
  dropHelp:
    'Excel (.xlsx) eller CSV, högst 20 000 rader och 10 MB. Rubrikerna står på första raden. Inget sparas innan du har sett vad filen innehåller.',
  choose: 'Välj fil',
  other: 'Välj en annan fil',
  paste: 'Eller klistra in rader',
  pasteHelp: 'Markera rutorna i kalkylbladet, rubrikraden med, kopiera och klistra in dem här.',
  pasted: 'Inklistrade rader',
  readPasted: 'Läs raderna',
  reading: (name: string) => `Läser ${name}`,
  storing: (rows: number) => `Läser in ${many(rows, 'rad', 'rader')}`,
  rows: (rows: number) => many(rows, 'rad', 'rader'),
  columns: 'Kolumnerna',
  columnsHelp: 'Välj vad en kolumn innehåller, eller välj bort den.',
  noHead: 'utan rubrik',
  notRead: 'Läses inte in',
  sample: 'De första raderna',
  sampleCaption: 'Filens första rader som de lästes',
  row: 'Rad',
  faults: (total: number) => many(total, 'fel att rätta i filen', 'fel att rätta i filen'),
  faultsHelp: 'Rätta dem i filen och välj den igen, eller ändra kolumnerna nedan. Inget sparas förrän allt stämmer.',
  faultsShown: (shown: number) => `De första ${shown} visas.`,
  faultsCaption: 'Fel per rad och kolumn',
  column: 'Kolumn',
  wrong: 'Fel',
  value: 'Värde',
  anyColumn: 'Alla kolumner',
  wholeRow: 'Hela raden',
  copy: 'Kopiera listan',
  copied: 'Listan är kopierad',
  store: 'Läs in',
  willDo: 'Det här händer',
  does: {
    added: (n: number) => `${many(n, 'rad', 'rader')} läggs till`,
    changed: (n: number) => `${many(n, 'rad', 'rader')} ändrar något som finns`,
    unchanged: (n: number) => `${many(n, 'rad', 'rader')} finns redan likadant`,
  },
  doesNothing: 'Allt i filen finns redan',
  doesNothingHelp: 'Det finns inget att läsa in.',
  done: 'Raderna är inlästa',
  did: (added: number, changed: number) => `${added} tillagda, ${changed} ändrade.`,
}
