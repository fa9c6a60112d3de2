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

/** The demo's response in a state. */
async function response(api: APIRequestContext, state: string): Promise<string> {
  return `/yttranden/${await firstId(api, `responses?state=${state}`)}`
}

export const checkedPages: CheckedPage[] = [
  { name: 'sign-in', path: '/logga-in', heading: 'Logga in' },
  { name: 'start', as: 'officer', path: '/', heading: 'Det här väntar på dig' },
  { name: 'start of an auditor', as: 'auditor', path: '/', heading: 'Det här väntar på dig' },
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
  { name: 'people', as: 'admin', path: '/administration/personer', heading: 'Personer och roller' },
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
]
