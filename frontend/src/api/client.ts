// The contract as calls: `await call(api.GET('/committees/{id}', { params: { path: { id } } }))` gives what the contract
// says or throws ApiProblem. The types come from api/openapi.yaml: npm run generate.
import createClient from 'openapi-fetch'
import { ApiProblem, asProblem, type ProblemBody } from '@/lib/problem'
import type { components, paths } from './schema'

/** The contract's things by name: `Schema['Committee']`. */
export type Schema = components['schemas']

export const api = createClient<paths>({ baseUrl: '/api/v1' })

let whenSignedOut: () => void = () => undefined

/** Says what is to happen when the server does not know the session any more; set by the shell while it shows one. */
export function onSignedOut(act: () => void): void {
  whenSignedOut = act
}

/** Waits for an answer: its body, or ApiProblem. */
export async function call<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer.catch((failure: unknown) => {
    throw asProblem(failure)
  })
  if (response.ok) return data as T
  const problem = new ApiProblem(
    isProblem(error) ? error : { status: response.status, code: `http_${response.status}` },
  )
  if (problem.status === 401) whenSignedOut()
  throw problem
}

/** The version last read, as the header that a write to an existing thing needs. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body
}
