// The words of every error code: what is wrong, what is kept, what to do. First of a whole answer, then of one field.

interface Words {
  title: string
  advice: string
}

const unexpected: Words = {
  title: 'Något gick fel',
  advice: 'Försök igen. Händer det flera gånger: berätta för den som sköter Uppsikt hos er och nämn felkoden.',
}

export const problemWords: Record<string, Words> = {
  network: {
    title: 'Ingen kontakt med servern',
    advice: 'Det du har skrivit finns kvar här. Kontrollera nätet och försök igen.',
  },
  unexpected,
  internal: unexpected,
  malformed: {
    title: 'Servern förstod inte det som skickades',
    advice: 'Ladda om sidan och försök igen.',
  },
  wrong_credentials: {
    title: 'Fel e-postadress eller lösenord',
    advice: 'Kontrollera båda och försök igen. Har du glömt lösenordet? Be er administratör om ett nytt.',
  },
  not_signed_in: { title: 'Du är inte inloggad', advice: 'Logga in igen för att fortsätta.' },
  too_many_requests: {
    title: 'För många försök',
    advice: 'Vänta några minuter och försök igen.',
  },
  unavailable: { title: 'Uppsikt är upptaget just nu', advice: 'Försök igen om en stund.' },
  already_exists: { title: 'Det finns redan', advice: 'Läs in sidan på nytt och se vad som är sparat.' },
  reference_violated: {
    title: 'Det används av något annat',
    advice: 'Ta först bort det som hör till, och försök sedan igen.',
  },
  administration_serves_committee: {
    title: 'Förvaltningen hör till en nämnd',
    advice: 'Ta bort den ur nämndens uppgifter först.',
  },
  last_administrator: {
    title: 'Organisationen behöver en administratör',
    advice: 'Ge någon annan rollen först.',
  },
  own_roles: {
    title: 'Du kan inte ändra dina egna roller',
    advice: 'Be en annan administratör göra det.',
  },
}

const byStatus: Record<number, Words> = {
  401: { title: 'Du är inte inloggad', advice: 'Logga in igen för att fortsätta.' },
  403: {
    title: 'Du har inte rätt till detta',
    advice: 'Behöver du det i ditt arbete? Be er administratör om rätt roll.',
  },
  404: {
    title: 'Det finns inte, eller så får du inte se det',
    advice: 'Läs in sidan på nytt, eller gå till startsidan.',
  },
  409: { title: 'Det går inte i det här läget', advice: 'Läs in sidan på nytt och se hur det står till.' },
  412: { title: 'Någon annan har ändrat', advice: 'Läs in sidan på nytt för att se den nya versionen.' },
  413: { title: 'Filen är för stor', advice: 'Välj en mindre fil.' },
  422: { title: 'Något behöver rättas', advice: 'Se vid fälten vad som saknas eller behöver ändras.' },
  429: { title: 'För många försök', advice: 'Vänta en stund och försök igen.' },
  503: { title: 'Uppsikt är upptaget just nu', advice: 'Försök igen om en stund.' },
}

/** Words for a code that has none of its own. */
export function statusWords(status: number): Words {
  return byStatus[status] ?? unexpected
}

const fillIn = 'Fyll i det här.'
const choose = 'Välj något av det som finns.'

const fieldWords: Record<string, string> = {
  required: fillIn,
  nullable: fillIn,
  enum: choose,
  minItems: 'Lägg till minst en.',
  maxItems: 'Det är för många.',
  format: 'Det står inte som det ska. Datum skrivs 2024-02-29.',
  email: 'Skriv en e-postadress, till exempel namn@storan.example.',
  already_used: 'Det används redan av en annan.',
  wrong_password: 'Det nuvarande lösenordet stämmer inte.',
  nefield: 'Välj ett annat lösenord än det nuvarande.',
  gtefield: 'Slutet ligger före början.',
  ltefield: 'Dagen ska ligga före sammanträdet.',
  committee_required: 'Den rollen gäller i en nämnd. Välj vilken.',
  committee_not_allowed: 'Den rollen gäller hela organisationen.',
  auditor_must_be_independent: 'En revisor eller ett sakkunnigt biträde kan inte ha andra roller här.',
  unknown_committee: 'Nämnden finns inte längre.',
  unknown_administration: 'Förvaltningen finns inte längre.',
}

/** What is wrong with one field. `detail` is the server's English, from which only a limit is taken. */
export function fieldProblemWords(code: string, detail = ''): string {
  const limit = Number(/\d+/.exec(detail)?.[0])
  if (code === 'minLength') return limit > 1 ? `Skriv minst ${limit} tecken.` : fillIn
  if (code === 'maxLength') return limit ? `Skriv högst ${limit} tecken.` : 'Texten är för lång.'
  return fieldWords[code] ?? 'Kontrollera den här uppgiften.'
}
