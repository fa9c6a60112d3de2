// The words of every error code: what is wrong, what is kept, what to do.

interface Words {
  title: string
  advice: string
}

export const problemWords: Record<string, Words> = {
  network: {
    title: 'Ingen kontakt med servern',
    advice: 'Det du har skrivit finns kvar här. Kontrollera nätet och försök igen.',
  },
  unexpected: {
    title: 'Något gick fel',
    advice: 'Försök igen. Händer det flera gånger: berätta för den som sköter Uppsikt hos er och nämn felkoden.',
  },
}

const byStatus: Record<number, Words> = {
  401: { title: 'Du är inte inloggad', advice: 'Logga in igen för att fortsätta.' },
  403: {
    title: 'Du har inte rätt till detta',
    advice: 'Behöver du det i ditt arbete? Be er administratör om rätt roll.',
  },
  404: {
    title: 'Sidan finns inte, eller så får du inte se den',
    advice: 'Kontrollera adressen, eller gå till startsidan.',
  },
  409: { title: 'Det går inte i det här läget', advice: 'Läs in sidan på nytt och se hur det står till.' },
  412: { title: 'Någon annan har ändrat', advice: 'Läs in på nytt för att se den nya versionen.' },
  413: { title: 'Filen är för stor', advice: 'Välj en mindre fil.' },
  422: { title: 'Något behöver rättas', advice: 'Se vid fälten vad som saknas eller behöver ändras.' },
  429: { title: 'För många försök', advice: 'Vänta en stund och försök igen.' },
  503: { title: 'Uppsikt är upptaget just nu', advice: 'Försök igen om en stund.' },
}

/** Words for a code that has none of its own. */
export function statusWords(status: number): Words {
  return byStatus[status] ?? problemWords.unexpected ?? { title: '', advice: '' }
}

const fieldWords: Record<string, string> = {
  required: 'Fyll i det här.',
}

/** What is wrong with one field. */
export function fieldProblemWords(code: string): string {
  return fieldWords[code] ?? 'Kontrollera den här uppgiften.'
}
