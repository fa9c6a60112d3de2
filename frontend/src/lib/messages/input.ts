// What is said of input (underlag): a question to somebody about a response, and what they answer.

/** To those who write the response. */
export const asking = {
  title: 'Underlag',
  none: 'Inga frågor ställda. Be någon som vet, också i en annan förvaltning.',
  about: { answer: 'Frågor om det här svaret', response: 'Frågor om hela yttrandet' },
  ask: 'Be om underlag',
  help: 'Den du frågar ser frågan, granskningens titel och rekommendationerna, men inget av utkastet.',
  email: 'E-postadress',
  name: 'Namn',
  nameHelp: 'Används om personen inte redan har ett konto.',
  question: 'Fråga',
  due: 'Svar senast',
  asked: (name: string) => `${name} är tillfrågad`,
  askedDetail: 'Frågan finns under Underlag när personen har loggat in. Uppsikt skickar inget meddelande.',
  answered: (name: string, when: string) => `${name} svarade ${when}`,
  unanswered: 'obesvarad',
  takenIn: 'intaget i texten',
  takeIn: { answer: 'Ta in i svaret', response: 'Ta in i inledningen' },
  takeInLabel: (act: string, name: string) => `${act}, underlag från ${name}`,
  takenInDone: 'Underlaget står nu sist i texten',
  withdraw: 'Ta bort frågan',
  withdrawLabel: (name: string) => `Ta bort frågan till ${name}`,
  withdrawTitle: (name: string) => `Ta bort frågan till ${name}?`,
  withdrawn: 'Frågan är borttagen',
}

/** To the person asked. */
export const replying = {
  title: 'Underlag',
  sub: 'Frågor till dig, inför nämndernas svar till revisionen.',
  empty: 'Ingen har bett dig om underlag',
  emptyHelp: 'När en handläggare ställer en fråga till dig finns den här, med datumet då svaret behövs.',
  askedBy: (name: string, committee: string) => `${name} frågar för ${committee}`,
  due: 'svar senast',
  recommendations: (count: number) => (count === 1 ? 'Revisorernas rekommendation' : 'Revisorernas rekommendationer'),
  question: 'Frågan',
  reply: 'Ditt svar',
  replyHelp: 'Handläggaren kan ta in din text i nämndens svar.',
  save: 'Lämna svaret',
  change: 'Spara ändringen',
  saved: 'Svaret är lämnat',
  repliedAt: (when: string) => `Lämnat ${when}. Du kan ändra det tills handläggaren har hämtat det.`,
  closed: 'Avslutad',
  closedHelp: 'Handläggaren har hämtat svaret, eller så har nämnden beslutat.',
  noReply: 'Inget svar lämnades.',
}
