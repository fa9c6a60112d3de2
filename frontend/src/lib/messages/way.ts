// What is said of the way to the date by which a committee must answer.

export const way = {
  warning: {
    no_due_date: {
      title: 'Svarsdatum saknas',
      help: () => 'Skriv in det vid nämnden i granskningen, så planeras vägen dit från sammanträdena.',
    },
    no_meetings: {
      title: 'Inga sammanträden inlagda',
      help: (due: string) =>
        `Yttrandet ska vara hos revisionen ${due}. När nämndens sammanträden finns planeras vägen dit.`,
    },
    no_meeting_left: {
      title: 'Ingen nämnd kvar före svarsdatumet',
      help: (due: string) =>
        `Yttrandet ska vara hos revisionen ${due}, och inget sammanträde hinns med. Be revisionen om längre tid, eller låt ordföranden besluta.`,
    },
    due_passed: {
      title: 'Svarsdatumet har passerat',
      help: (due: string) =>
        `Yttrandet skulle ha varit hos revisionen ${due}. Be revisionen om längre tid, eller låt ordföranden besluta.`,
    },
  },
  nextMeeting: (date: string) => `Nästa sammanträde är ${date}.`,
  extend: 'Be om längre tid',
  toAudit: 'Till granskningen',
  toMeetings: 'Till sammanträdena',
  chairDecides: 'Registrera ordförandebeslut',
}
