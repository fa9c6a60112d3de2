// What answers to a recommendation in the committee's plans, and back.
import type { components } from '@/api/schema'

type Thing = components['schemas']['LoopThing']

export const loop = {
  title: 'I nämndens planer',
  backTitle: 'Hör ihop med',
  name: (thing: Thing, number: string, year: number | null) =>
    ({
      assignment: `Rekommendation ${number}`,
      risk: `Risk ${number}`,
      control: `Kontroll ${number}`,
      action: `Åtgärd ${number}`,
      deviation: `Kontrollavvikelse ${number}`,
    })[thing] + (year === null ? '' : `, ${year}`),
  cited: 'Citerad i yttrandet',
  removed: 'Borttagen ur planen',
  notChecked: 'Inte kontrollerad ännu',
  checkedOn: (date: string) => `senast ${date}`,
  nothing: 'Ingen risk, kontroll eller åtgärd i nämndens planer svarar mot rekommendationen.',
  makeRisk: 'Gör till risk i internkontrollen',
}

export const citations = {
  title: 'Hänvisningar',
  help: 'Risker, kontroller och åtgärder i antagna planer. Ordalydelsen är den som gällde när de valdes.',
  add: 'Lägg till hänvisning',
  none: 'Inga hänvisningar.',
  name: (number: string, year: number) => `${number}, ${year}`,
  remove: (number: string) => `Ta bort hänvisningen till ${number}`,
  removed: 'Hänvisningen är borttagen',
  changed: 'Planen har ändrats sedan hänvisningen gjordes',
  removedFromPlan: 'Kontrollen är borttagen ur planen',
  removedHelp: 'Ett tillägg till planen har tagit bort den. Ta bort hänvisningen, eller välj det som gäller nu.',
  nowSays: (title: string) => `Planen säger nu: ${title}`,
  renew: 'Hämta den nya lydelsen',
  renewed: 'Den nya lydelsen är hämtad',
  choose: 'Välj ur nämndens planer',
  search: 'Sök bland risker, kontroller och åtgärder',
  found: (total: number) => (total === 1 ? '1 träff' : `${total} träffar`),
  nothingFound: 'Inget i nämndens antagna planer svarar mot det.',
  cite: (number: string) => `Hänvisa till ${number}`,
  choosing: 'Hänvisa',
  cited: 'Vald',
  more: 'Visa fler',
  close: 'Klar',
}
