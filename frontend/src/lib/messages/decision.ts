// The words of a committee's decision, whatever it is about.

export const deciding = {
  meeting: 'Sammanträde',
  meetingHelp: 'Det sammanträde där nämnden beslutade.',
  noMeetings: 'Nämnden har inga sammanträden inlagda. Lägg till det där beslutet togs.',
  addMeeting: 'Lägg till sammanträde',
  addMeetingHelp: 'Vilken dag som helst går, också en som har varit.',
  date: 'Dag',
  paragraph: 'Paragraf',
  paragraphHelp: 'Siffran efter §, till exempel 31.',
  outcome: 'Nämndens beslut',
  delegation: 'Grund för delegationen',
  delegationHelp: 'Till exempel 6 kap. 39 § kommunallagen, och punkten i delegationsordningen.',
  reason: 'Vad nämnden vill',
  reasonHelp: 'Det visas för handläggaren i utkastet.',
  reservation: 'Reservation eller anteckning',
  reservationHelp: 'Som den står i protokollet.',
  title: 'Registrera beslut',
  act: 'Registrera beslutet',
  done: (paragraph: string) => (paragraph ? `Beslutet är registrerat, §\u00a0${paragraph}` : 'Beslutet är registrerat'),
}
