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
  method_not_allowed: { title: 'Det går inte att göra så här', advice: 'Ladda om sidan och försök igen.' },
  too_many_requests: {
    title: 'För många försök',
    advice: 'Vänta några minuter och försök igen.',
  },
  unavailable: { title: 'Uppsikt är upptaget just nu', advice: 'Försök igen om en stund.' },
  unstorable_character: {
    title: 'Texten har ett tecken som inte går att spara',
    advice:
      'Det är osynligt och följer ibland med när text klistras in. Skriv om stycket, eller klistra in det som ren text.',
  },
  input_answered: { title: 'Frågan är redan besvarad', advice: 'Läs svaret. Det går att ta in eller låta vara.' },
  input_unanswered: { title: 'Frågan är inte besvarad än', advice: 'Vänta på svaret, eller ta bort frågan.' },
  mail_not_dead: {
    title: 'Utskicket behöver inte försökas igen',
    advice: 'Det har redan gått iväg eller väntar på att skickas. Läs om sidan.',
  },
  input_closed: {
    title: 'Underlaget är redan hämtat',
    advice: 'Hör av dig till den som frågade, om något behöver ändras.',
  },
  already_exists: { title: 'Det finns redan', advice: 'Läs in sidan på nytt och se vad som är sparat.' },
  reference_violated: {
    title: 'Det används av något annat',
    advice: 'Ta först bort det som hör till, och försök sedan igen.',
  },
  account_is_shared: {
    title: 'Kontot används också i en annan organisation',
    advice: 'Lösenordet kan därför inte bytas härifrån.',
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
  meeting_has_decisions: {
    title: 'Nämnden har beslutat något vid sammanträdet',
    advice: 'Det står därför kvar.',
  },
  audit_confirmed: {
    title: 'Granskningen är bekräftad',
    advice: 'En revisor har bekräftat den, och bara en revisor kan ändra den.',
  },
  confidential: {
    title: 'Uppgiften omfattas av sekretess',
    advice: 'Bara de nämnder som berörs, revisorerna och granskningens biträden ser den.',
  },
  confidential_as_a_part: {
    title: 'Märkningen står på något annat',
    advice: 'Rekommendationen, svaret eller granskningen som helhet är märkt med sekretess. Ta bort märkningen där.',
  },
  round_closed: { title: 'Uppföljningen är avslutad', advice: 'Öppna den igen för att ändra.' },
  plan_exists: {
    title: 'Nämnden har redan en plan för året',
    advice: 'Öppna den i listan, eller välj ett annat år.',
  },
  control_past: {
    title: 'Kontrollen görs inte längre',
    advice: 'Den är borttagen ur planen, eller har ersatts av en senare plan.',
  },
  check_performed: {
    title: 'Kontrollen är redan slutförd',
    advice: 'Ladda om sidan och läs. Öppna den igen om något ska rättas.',
  },
  check_not_performed: {
    title: 'Kontrollen är inte slutförd',
    advice: 'Den är öppen redan. Ladda om sidan.',
  },
  check_planned: {
    title: 'Kontrollen hör till planen',
    advice: 'Bara det som har lagts till för en händelse tas bort. Kunde den inte utföras: skriv skälet.',
  },
  check_has_deviations: {
    title: 'Kontrollen har avvikelser',
    advice: 'Utfallet kan inte vara utan avvikelse. Ta bort kontrollavvikelserna först, om de är fel.',
  },
  check_has_papers: {
    title: 'Det finns underlag bifogat',
    advice: 'Ta bort underlaget först.',
  },
  nothing_deviates: {
    title: 'Kontrollen har ingen avvikelse',
    advice: 'Välj ett utfall med avvikelse, eller ange hur många som avviker. Notera sedan kontrollavvikelsen.',
  },
  deviation_closed: {
    title: 'Kontrollavvikelsen är avslutad',
    advice: 'Ompröva den på nytt om felet har kommit tillbaka.',
  },
  rows_too_long: {
    title: 'De dragna raderna har för mycket text',
    advice: 'Ta bort kolumner som kontrollen inte behöver, eller dra färre rader.',
  },
  already_cited: { title: 'Hänvisningen finns redan', advice: 'Svaret hänvisar redan dit.' },
  operational_plan_adopted: {
    title: 'Planen är antagen',
    advice: 'En antagen verksamhetsplan står kvar som den antogs. Det som händer rapporteras.',
  },
  plan_too_large: {
    title: 'Planen blir för stor',
    advice: 'En plan rymmer högst 1 000 risker och 1 000 kontroller. Kontrollera att rätt fil är vald.',
  },
  plan_not_adopted: { title: 'Planen är inte antagen än', advice: 'Det görs när nämnden har antagit den.' },
  plan_reported: { title: 'Planen är avrapporterad', advice: 'Det som är rapporterat till nämnden ändras inte mer.' },
  plan_without_actions: {
    title: 'Planen har inga åtgärder',
    advice: 'Lägg till minst en åtgärd innan planen beslutas.',
  },
  plan_has_decisions: {
    title: 'Nämnden har fattat beslut om planen',
    advice: 'Utkastet står därför kvar. Ändra det i stället.',
  },
  too_many_actions: { title: 'Planen blir för lång', advice: 'En verksamhetsplan har högst 500 åtgärder.' },
  plan_adopted: {
    title: 'Planen är antagen',
    advice: 'En antagen plan ändras genom ett tillägg med ett eget beslut.',
  },
  plan_was_decided_about: {
    title: 'Nämnden har beslutat om planen',
    advice: 'Beslutet står kvar och planen med det. Ändra i utkastet i stället.',
  },
  report_without_judgement: {
    title: 'Rapporten saknar nämndens bedömning',
    advice: 'Välj hur nämnden bedömer sin interna kontroll innan beslutet registreras.',
  },
  amendment_decided: { title: 'Tillägget är beslutat', advice: 'Gör ett nytt tillägg om något mer ska ändras.' },
  amendment_was_decided_about: {
    title: 'Nämnden har beslutat om tillägget',
    advice: 'Beslutet står kvar och tillägget med det. Ändra i det i stället.',
  },
  amendment_without_changes: {
    title: 'Tillägget ändrar ingenting',
    advice: 'Lägg till minst en ändring före beslutet.',
  },
  amendment_outdated: {
    title: 'Planen har ändrats sedan tillägget skrevs',
    advice: 'Ett annat tillägg har ändrat en av kontrollerna. Gå igenom ändringarna och spara tillägget igen.',
  },
  deviation_taken_in: {
    title: 'Kontrollavvikelsen är redan en risk i planen',
    advice: 'Läs in sidan på nytt för att se planen som den är nu.',
  },
  recommendation_taken_in: {
    title: 'Rekommendationen är redan en risk i planen',
    advice: 'Läs in sidan på nytt för att se planen som den är nu.',
  },
  common_risk_taken_in: {
    title: 'Risken är redan intagen',
    advice: 'Läs in sidan på nytt för att se planen som den är nu.',
  },
  common_risk_in_use: {
    title: 'En nämnd har tagit in risken',
    advice: 'Den kan inte tas bort. Ändra texten i stället.',
  },
  round_open: { title: 'Uppföljningen är redan öppen', advice: 'Läs in sidan på nytt.' },
  succession_in_a_circle: {
    title: 'Nämnden har själv tagit över efter den andra',
    advice: 'Välj en annan efterträdare.',
  },
  no_proposal: {
    title: 'Det finns inget förslag att bekräfta',
    advice: 'Någon annan har hunnit före. Läs in sidan på nytt och välj igen.',
  },
  verdict_confirmed: {
    title: 'Bedömningen är redan bekräftad',
    advice: 'Lämna en ny bedömning i stället.',
  },
  audit_unconfirmed: {
    title: 'Granskningen är inte bekräftad',
    advice: 'En revisor bekräftar den innan den visas offentligt.',
  },
  audit_confidential: {
    title: 'Granskningen är märkt med sekretess',
    advice: 'Ta bort märkningen innan den visas offentligt.',
  },
  recommendation_followed: {
    title: 'Rekommendationen har följts upp',
    advice: 'Den står därför kvar hos nämnden.',
  },
  audit_answered: {
    title: 'Någon har börjat svara på granskningen',
    advice: 'Den står därför kvar.',
  },
  addressee_answered: {
    title: 'Nämnden har börjat svara',
    advice: 'Den kan inte tas bort bland adressaterna. Läs in sidan på nytt.',
  },
  recommendation_answered: {
    title: 'En nämnd har svarat på rekommendationen',
    advice: 'Den kan inte tas bort. Läs in sidan på nytt.',
  },
  not_saved: {
    title: 'Det du har skrivit är inte sparat',
    advice: 'Se vid texten vad som hindrar, och försök igen.',
  },
  response_exists: {
    title: 'Nämnden har redan börjat på ett yttrande',
    advice: 'Öppna det i stället.',
  },
  response_was_submitted: {
    title: 'Yttrandet har varit inlämnat',
    advice: 'Det kan inte slängas, men det kan ändras så länge det är ett utkast.',
  },
  response_incomplete: {
    title: 'Något saknas i yttrandet',
    advice: 'Listan visar vad. Det du har skrivit är sparat.',
  },
  answer_not_empty: {
    title: 'Rekommendationen har redan ett svar',
    advice: 'Töm svaret först, om det ska ersättas av ett gemensamt.',
  },
  wrong_state: {
    title: 'Yttrandet har kommit längre',
    advice: 'Någon annan har lämnat in, återlämnat eller beslutat. Läs in sidan på nytt.',
  },
  file_type_not_allowed: {
    title: 'Filtypen går inte att bifoga',
    advice:
      'Välj PDF, Word, Excel, PowerPoint, OpenDocument, text, bild eller e-post. En webbsida kan skrivas ut till PDF.',
  },
  empty_file: { title: 'Filen är tom', advice: 'Kontrollera att den är sparad och välj den igen.' },
  not_a_pdf: {
    title: 'Filen är ingen PDF',
    advice: 'Det beslutade yttrandet sparas som PDF. Skriv ut eller exportera dokumentet till PDF och välj den filen.',
  },
  no_original: {
    title: 'Det beslutade yttrandet är inte tillagt',
    advice: 'Yttrandet är registrerat i efterhand. Lägg till PDF-filen i yttrandet, så visas den här.',
  },
  only_original: {
    title: 'Yttrandet finns bara som det beslutades',
    advice: 'Det är registrerat i efterhand och finns som PDF, inte som Word-fil.',
  },
  not_registered_afterwards: {
    title: 'Yttrandet är beslutat här',
    advice: 'Dess handling är redan sparad, som den var när nämnden beslutade.',
  },
  original_received: {
    title: 'Revisorerna har redan tagit emot yttrandet',
    advice: 'Filen kan inte bytas längre. Lämna ett kompletterande yttrande om något blev fel.',
  },
  no_text: {
    title: 'Filen är inskannad och innehåller bara bilder',
    advice: 'Be om en fil med text, eller skriv in uppgifterna själv.',
  },
  unreadable: {
    title: 'Filen går inte att läsa',
    advice:
      'Den kan vara skadad eller av en annan sort. Välj en PDF, en Word-fil (.docx), en textfil eller en webbsida.',
  },
  not_a_spreadsheet: {
    title: 'Filen går inte att läsa som en tabell',
    advice: 'Välj en Excel-fil (.xlsx) eller en CSV-fil. Är filen låst med lösenord: spara en kopia utan.',
  },
  no_table: {
    title: 'Filen har inga rader',
    advice: 'Kontrollera att den är sparad. Rubrikerna ska stå på första raden.',
  },
  import_too_large: {
    title: 'Filen är för stor',
    advice: 'En fil får ha högst 20 000 rader och vara högst 10 MB. Dela upp den, till exempel efter år.',
  },
  encrypted: {
    title: 'Filen är låst med lösenord',
    advice: 'Öppna den, spara en kopia utan lösenord och välj kopian.',
  },
  too_large: {
    title: 'Filen är för stor',
    advice:
      'Välj en mindre fil, eller dela upp den. En bilaga får vara högst 50 MB, och de filer som läses in tillsammans högst 32 MB.',
  },
  timeout: {
    title: 'Läsningen tog för lång tid',
    advice: 'Prova med bara rapporten, eller skriv in uppgifterna själv.',
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
  auditor_is_independent: 'Revisorer och deras biträden är oberoende och kan inte lämna underlag till nämnden.',
  ends_before_it_starts: 'Slutdagen är före startdagen.',
  longer_than_a_year: 'Det som kommer tillbaka varje år behöver vara klart inom ett år.',
  before_the_decision: 'Protokollet kan inte vara justerat före beslutet.',
  not_a_calendar: 'Kalenderfilen går inte att läsa. Spara den på nytt som iCalendar, eller klistra in datumen.',
  chair_decides_without_meeting: 'Ett ordförandebeslut fattas utan sammanträde.',
  the_meeting_has_the_date: 'Dagen är sammanträdets.',
  only_with_chair_decision: 'Det hör bara till ett ordförandebeslut.',
  only_with_supplement: 'Det hör bara till en begäran om komplettering.',
  file_type_not_allowed: 'Filtypen går inte att bifoga.',
  empty_file: 'Filen är tom.',
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
  own_committee: 'Planen är redan nämndens egen. Välj bara andra nämnder.',
  committee_not_sharing: 'Nämnden delar inte åtgärden.',
  only_with_control_plan: 'Verksamhetsplanen antas här för sig.',
  unknown_category: 'Kategorin finns inte i planens skala.',
  not_citable: 'Det står inte i någon av nämndens antagna planer.',
  unknown_common_risk: 'Den gemensamma risken finns inte längre.',
  after_the_first_period:
    'Den första perioden får inte vara längre än de andra: välj en månad i årets första månad, kvartal, tertial eller halvår.',
  before_the_planned_day: 'Sista dagen ligger före den planerade.',
  unknown_control: 'Kontrollen finns inte i planen, eller är borttagen.',
  unknown_deviation: 'Kontrollavvikelsen finns inte hos nämnden.',
  only_what_remains: 'Det som tas bort har inget innehåll.',
  only_with_the_plan: 'Verksamhetsplanen antas bara tillsammans med planen.',
  unknown_risk: 'Risken finns inte i planen.',
  more_than_the_population: 'Stickprovet kan inte vara större än populationen.',
  more_than_the_sample: 'Avvikelserna kan inte vara fler än stickprovet.',
  more_than_the_list: 'Listan har färre rader än så.',
  outside_what_is_drawn: 'Dra mellan 1 och 1000 rader.',
  no_table: 'Filen har inga rader.',
  not_a_spreadsheet: 'Filen går inte att läsa som en tabell. Välj en Excel-fil (.xlsx) eller en CSV-fil.',
  row_not_drawn: 'Raden är inte dragen. Ladda om sidan.',
  rows_too_long: 'De dragna raderna har för mycket text.',
  unknown_person: 'Personen har inget konto här.',
  unknown_operational_plan: 'Nämnden har inget utkast till verksamhetsplan för året.',
  outside_scale: 'Steget finns inte i planens skala.',
  recommendation_not_given: 'Rekommendationen är inte riktad till nämnden.',
  levels_must_rise: 'Gränserna måste stiga från medel till kritisk.',
  level_out_of_reach: 'Ingen risk kan nå så högt med de steg som finns.',
  unknown_administration: 'Förvaltningen finns inte längre.',
  unknown_meeting: 'Sammanträdet finns inte längre.',
  unknown_question: 'Frågan finns inte i granskningen.',
  unknown_recommendation: 'Rekommendationen finns inte i granskningen.',
  unknown_section: 'Avsnittet finns inte i yttrandet.',
  unknown_answer: 'Svaret finns inte i yttrandet.',
  not_an_adviser: 'Personen är inte sakkunnigt biträde här.',
  already_addressed: 'Nämnden är redan adressat.',
  number_used_twice: 'Numret används redan.',
  graded_twice: 'Nämnden har redan en bedömning här.',
  committee_not_audited: 'Nämnden är inte bland de granskade.',
  extension_of_nothing: 'Det finns inget datum att förlänga.',
  extension_not_later: 'Det nya datumet ska ligga efter det första.',
  unknown_field: 'Uppgiften finns inte.',
  field_used_twice: 'Två kolumner kan inte ha samma uppgift.',
  column_missing: 'Ingen kolumn har uppgiften. Välj vilken det är.',
  committee_not_found: 'Nämnden finns inte i Uppsikt. Skriv namnet eller förkortningen som den har här.',
  too_long: 'Texten är för lång.',
  not_a_date: 'Det är inget datum. Skriv 2023-12-14 eller 14 december 2023.',
  not_a_number: 'Det är inget tal. Skriv till exempel 12 eller 12,5.',
  not_a_period: 'Det är ingen period. Skriv till exempel 2026, T1 2026, kvartal 2 2026 eller mars 2026.',
  period_required: 'Ange vilken period värdet gäller.',
  figure_twice: 'Det finns redan ett värde för serien och perioden.',
  too_many_figures: 'Ett nyckeltal har högst 2 000 värden.',
  chosen_twice: 'Samma sak är vald två gånger.',
  unknown_subject: 'Det finns inte, eller så får du inte se det.',
  not_a_whole_number: 'Det ska vara ett heltal.',
  unknown_value: 'Värdet är inte ett av dem som kolumnen tar.',
  ambiguous_audit: 'Flera granskningar heter så. Ange datum eller revisionens diarienummer.',
  confidential_audit: 'Granskningen är sekretessbelagd för dig.',
  contradicts_earlier_row: 'En rad längre upp säger något annat om samma sak.',
  number_taken: 'Granskningen har en annan rekommendation med det numret.',
  audit_confirmed: 'Granskningen är bekräftad. Bara en revisor lägger till något i den.',
  status_required: 'Kommentaren hör till ett värde som saknas på raden.',
  not_your_committee: 'Du talar inte för den nämnden. Ta bort uppgiften, eller låt nämnden läsa in den.',
  reason_required: 'Det som avslutas utan åtgärd behöver ett skäl i statuskommentaren.',
  measure_required: 'Tid och ansvarig hör till en åtgärd. Skriv åtgärden på raden, eller välj bort kolumnen.',
  differs_from_stored: 'Nämndens beslutade yttrande säger något annat. Det ändras inte av en inläsning.',
  response_begun: 'Nämnden har börjat på ett yttrande här. Besluta det först.',
  decision_date_required: 'När beslutade nämnden? Svar, ställningstagande och åtgärder behöver en beslutsdag.',
  answered_twice: 'Rekommendationen har två svar. Behåll ett.',
  delivered_before_decision: 'Yttrandet kan inte vara överlämnat före beslutet.',
  not_a_pdf: 'Filen är ingen PDF.',
  answered_together: 'Rekommendationen har redan ett gemensamt svar.',
  recommendation_or_statement: 'Svara antingen på rekommendationer eller på ett påstående.',
  future_date: 'Dagen har inte varit ännu.',
  date_of_settled_measure: 'Det som är klart eller avslutat får inget nytt datum.',
  unknown_assignment: 'Rekommendationen finns inte i granskningen.',
  said_twice: 'Samma rekommendation är vald två gånger.',
  stale: 'Någon annan har ändrat den.',
  no_proposal: 'Den har inget förslag att bekräfta.',
  not_an_earlier_recommendation: 'Rekommendationen är inte tidigare än den här.',
  not_changeable: 'Det går inte att ändra.',
  unknown_placeholder: 'Ett ord inom klamrar är inte ett av dem som byts ut.',
  proposed_decision_required: 'Mallen behöver ett avsnitt av slaget Förslag till beslut.',
  only_with_changes: 'Text lämnas bara när nämnden ändrade den.',
}

/** What is wrong with one field. `detail` is the server's English, from which only a limit is taken. */
export function fieldProblemWords(code: string, detail = ''): string {
  const limit = Number(/\d+/.exec(detail)?.[0])
  if (code === 'minLength') return limit > 1 ? `Skriv minst ${limit} tecken.` : fillIn
  if (code === 'maxLength') return limit ? `Skriv högst ${limit} tecken.` : 'Texten är för lång.'
  return fieldWords[code] ?? 'Kontrollera den här uppgiften.'
}
