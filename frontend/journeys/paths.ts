// Every page that is checked for accessibility and narrow screens: add yours.
import type { APIRequestContext } from '@playwright/test'
import type { DemoAccount } from './fixture'

export interface CheckedPage {
  name: string
  /** Who looks; nobody is signed in where it is not given. */
  as?: DemoAccount
  /** The address, or how to find it where it holds an id. */
  path: string | ((api: APIRequestContext) => Promise<string>)
  /** The page's h1, by which it is known to be there. */
  heading: string | RegExp
}

/** The id of the first thing in a list of the API's. */
async function firstId(api: APIRequestContext, list: string): Promise<string> {
  const answer = await api.get(`/api/v1/${list}`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const first = items[0]
  if (!first) throw new Error(`the demo has nothing in ${list}`)
  return first.id
}

/** An audit of the demo's that an auditor has confirmed, or has not. */
async function audit(api: APIRequestContext, confirmed: boolean): Promise<string> {
  return `/granskningar/${await firstId(api, `audits?confirmed=${confirmed}`)}`
}

/** The demo's response in a state. */
async function response(api: APIRequestContext, state: string): Promise<string> {
  return `/yttranden/${await firstId(api, `responses?state=${state}`)}`
}

/** A recommendation whose committee has answered so. */
async function assignment(api: APIRequestContext, stance: string): Promise<string> {
  return `/rekommendationer/${await firstId(api, `assignments?stance=${stance}`)}`
}

const thisYear = new Date().getFullYear()

/** A control plan of the demo's: next year's is a draft, this year's adopted, last year's reported. */
async function controlPlan(api: APIRequestContext, year: number): Promise<string> {
  return `/internkontroll/${await firstId(api, `control-plans?year=${year}`)}`
}

async function check(api: APIRequestContext, state: string): Promise<string> {
  return `/kontroller/${await firstId(api, `checks?state=${state}`)}`
}

export const checkedPages: CheckedPage[] = [
  { name: 'sign-in', path: '/logga-in', heading: 'Logga in' },
  { name: 'start', as: 'officer', path: '/', heading: 'Det här väntar på dig' },
  { name: 'start of an auditor', as: 'auditor', path: '/', heading: 'Det här väntar på dig' },
  { name: 'what one is asked', as: 'contributor', path: '/underlag', heading: 'Underlag' },
  { name: 'a page that is not', as: 'reader', path: '/finns-inte', heading: /Sidan finns inte/ },
  { name: 'own account', as: 'officer', path: '/konto', heading: 'Mitt konto' },
  { name: 'organization', as: 'admin', path: '/administration', heading: 'Organisationen' },
  { name: 'organization, to a reader', as: 'reader', path: '/administration', heading: 'Organisationen' },
  { name: 'committees', as: 'admin', path: '/administration/namnder', heading: 'Nämnder' },
  {
    name: 'one committee',
    as: 'admin',
    path: async (api) => `/administration/namnder/${await firstId(api, 'committees')}`,
    heading: /./,
  },
  {
    name: 'meetings',
    as: 'admin',
    path: async (api) => `/administration/namnder/${await firstId(api, 'committees')}/sammantraden`,
    heading: /./,
  },
  { name: 'administrations', as: 'admin', path: '/administration/forvaltningar', heading: 'Förvaltningar' },
  {
    name: "the memorandum's template",
    as: 'admin',
    path: '/administration/tjansteskrivelse',
    heading: 'Mall för tjänsteskrivelse',
  },
  { name: 'people', as: 'admin', path: '/administration/personer', heading: 'Personer och roller' },
  { name: 'mail', as: 'admin', path: '/administration/utskick', heading: 'Utskick av e-post' },
  { name: 'the year wheel', as: 'officer', path: '/arshjul', heading: /^Årshjul \d/ },
  { name: 'audits', as: 'officer', path: '/granskningar', heading: 'Granskningar' },
  {
    name: 'audits that no filter lets through',
    as: 'reader',
    path: '/granskningar?q=finns-inte',
    heading: 'Granskningar',
  },
  { name: 'reading a report in', as: 'officer', path: '/granskningar/ny', heading: 'Registrera granskning' },
  { name: 'an audit by hand', as: 'secretary', path: '/granskningar/ny/for-hand', heading: 'Skriv in granskning' },
  { name: 'an audit to be confirmed', as: 'auditor', path: (api) => audit(api, false), heading: /^Granskning av / },
  { name: 'a confirmed audit', as: 'officer', path: (api) => audit(api, true), heading: /^Granskning av / },
  {
    name: 'an audit to be corrected',
    as: 'controller',
    path: async (api) => `${await audit(api, false)}/andra`,
    heading: 'Ändra granskning',
  },
  { name: 'responses', as: 'officer', path: '/yttranden', heading: 'Yttranden' },
  {
    name: 'responses that no filter lets through',
    as: 'reader',
    path: '/yttranden?namnd=00000000-0000-7000-8000-000000000000',
    heading: 'Yttranden',
  },
  { name: 'a draft to write', as: 'officer', path: (api) => response(api, 'draft'), heading: /^Yttrande: / },
  {
    name: "the draft's title and common stance",
    as: 'officer',
    path: async (api) => `${await response(api, 'draft')}?del=rubrik`,
    heading: /^Yttrande: /,
  },
  { name: 'a draft to read', as: 'secretary', path: (api) => response(api, 'draft'), heading: /^Yttrande: / },
  { name: "another committee's draft", as: 'auditor', path: (api) => response(api, 'draft'), heading: /inte beslutat/ },
  {
    name: 'a read-through',
    as: 'manager',
    path: async (api) => `${await response(api, 'submitted')}/genomlasning`,
    heading: /^Läs igenom: /,
  },
  { name: 'a submitted response', as: 'manager', path: (api) => response(api, 'submitted'), heading: /^Yttrande: / },
  { name: 'an approved response', as: 'secretary', path: (api) => response(api, 'approved'), heading: /^Yttrande: / },
  {
    name: 'registering a decision',
    as: 'secretary',
    path: async (api) => `${await response(api, 'approved')}/beslut`,
    heading: 'Registrera beslut',
  },
  { name: 'a decided response', as: 'secretary', path: (api) => response(api, 'decided'), heading: /^Yttrande: / },
  { name: 'a delivered response', as: 'auditor', path: (api) => response(api, 'delivered'), heading: /^Yttrande: / },
  { name: 'recommendations', as: 'officer', path: '/rekommendationer', heading: 'Rekommendationer' },
  {
    name: 'recommendations, filtered',
    as: 'auditor',
    path: '/rekommendationer?svar=["accepts"]&forsenad=true&sortering=-lastDay',
    heading: 'Rekommendationer',
  },
  {
    name: 'recommendations that no filter lets through',
    as: 'reader',
    path: '/rekommendationer?q=finns-inte',
    heading: 'Rekommendationer',
  },
  { name: 'a recommendation', as: 'officer', path: (api) => assignment(api, 'accepts'), heading: /^Rekommendation \d/ },
  {
    name: 'a recommendation, to an auditor',
    as: 'auditor',
    path: (api) => assignment(api, 'accepts'),
    heading: /^Rekommendation \d/,
  },
  {
    name: 'a recommendation without an answer',
    as: 'reader',
    path: (api) => assignment(api, 'unanswered'),
    heading: /^Rekommendation \d/,
  },
  { name: 'rounds', as: 'officer', path: '/uppfoljningar', heading: 'Uppföljningar' },
  { name: 'a new round', as: 'auditor', path: '/uppfoljningar/ny', heading: 'Ny uppföljning' },
  { name: 'criticism', as: 'auditor', path: '/kritik', heading: 'Kritik' },
  { name: 'measures given to oneself', as: 'contributor', path: '/mina-atgarder', heading: 'Mina åtgärder' },
  { name: 'the overview', as: 'overseer', path: '/oversikt', heading: 'Överblick' },
  { name: 'the overview of one year', as: 'auditor', path: '/oversikt?ar=2023', heading: 'Överblick' },
  {
    name: "the year's summary",
    as: 'overseer',
    path: '/internkontroll/sammanstallning',
    heading: 'Sammanställning',
  },
  { name: 'control plans', as: 'controller', path: '/internkontroll', heading: 'Internkontroll' },
  { name: 'common risks', as: 'controller', path: '/internkontroll/gemensamma', heading: /./ },
  {
    name: "a plan's draft: risks",
    as: 'controller',
    path: (api) => controlPlan(api, thisYear + 1),
    heading: new RegExp(`${thisYear + 1}`),
  },
  {
    name: "a plan's draft: controls",
    as: 'controller',
    path: async (api) => `${await controlPlan(api, thisYear + 1)}/kontroller`,
    heading: new RegExp(`${thisYear + 1}`),
  },
  {
    name: 'an adopted plan: risks',
    as: 'reader',
    path: (api) => controlPlan(api, thisYear),
    heading: new RegExp(`${thisYear}`),
  },
  {
    name: 'an adopted plan: controls',
    as: 'reader',
    path: async (api) => `${await controlPlan(api, thisYear)}/kontroller`,
    heading: new RegExp(`${thisYear}`),
  },
  {
    name: 'an adopted plan: amendments',
    as: 'controller',
    path: async (api) => `${await controlPlan(api, thisYear)}/andringar`,
    heading: new RegExp(`${thisYear}`),
  },
  {
    name: 'an adopted plan: report',
    as: 'controller',
    path: async (api) => `${await controlPlan(api, thisYear)}/avrapportering`,
    heading: new RegExp(`${thisYear}`),
  },
  {
    name: 'a reported plan: report',
    as: 'auditor',
    path: async (api) => `${await controlPlan(api, thisYear - 1)}/avrapportering`,
    heading: new RegExp(`${thisYear - 1}`),
  },
  {
    name: 'a plan read from a file',
    as: 'controller',
    path: async (api) => `${await controlPlan(api, thisYear + 1)}/inlasning`,
    heading: /./,
  },
  { name: 'checks', as: 'controller', path: '/kontroller', heading: 'Kontroller' },
  { name: 'a check ahead', as: 'controller', path: (api) => check(api, 'ahead'), heading: /./ },
  { name: 'a check that is due', as: 'controller', path: (api) => check(api, 'due'), heading: /./ },
  { name: 'a check done', as: 'auditor', path: (api) => check(api, 'performed'), heading: /./ },
  { name: 'control deviations', as: 'controller', path: '/kontrollavvikelser', heading: /./ },
  {
    name: 'a control deviation',
    as: 'controller',
    path: async (api) => `/kontrollavvikelser/${await firstId(api, 'deviations')}`,
    heading: /./,
  },
  { name: 'operational plans', as: 'reader', path: '/verksamhetsplan', heading: /./ },
  {
    name: 'an operational plan',
    as: 'controller',
    path: async (api) => `/verksamhetsplan/${await firstId(api, 'operational-plans')}`,
    heading: /./,
  },
  {
    name: 'an operational plan read from a file',
    as: 'controller',
    path: async (api) => `/verksamhetsplan/${await firstId(api, 'operational-plans')}/las-in`,
    heading: /./,
  },
  { name: 'indicators', as: 'reader', path: '/nyckeltal', heading: /./ },
  { name: 'indicators read from a file', as: 'controller', path: '/nyckeltal/las-in', heading: /./ },
]
