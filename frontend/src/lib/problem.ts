import { problemWords, statusWords } from './messages/problems'

/** One field's fault in an answer 422: an RFC 6901 pointer into what was sent, and a stable code. */
export interface FieldProblem {
  pointer: string
  code: string
  detail?: string
}

/** An answer of the type application/problem+json (RFC 9457). */
export interface ProblemBody {
  type?: string
  title?: string
  status: number
  detail?: string
  code: string
  errors?: FieldProblem[]
}

/** Why a call to the server failed. `code` is stable and has Swedish words; `network` means that no answer came. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldProblem[]

  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}`)
    this.status = body.status
    this.code = body.code
    this.fields = body.errors ?? []
  }

  /** Somebody else changed the thing first (412). */
  get isConflict(): boolean {
    return this.status === 412
  }

  /** No answer came, or one that says that the server or its database is away for now. */
  get isUnreachable(): boolean {
    return this.code === 'network' || [502, 503, 504].includes(this.status)
  }

  /** What is wrong and what to do, for people. */
  get words(): { title: string; advice: string } {
    return problemWords[this.code] ?? statusWords(this.status)
  }
}

/** Any failure as an ApiProblem, so that one piece of the page can show it. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  if (error instanceof TypeError || isTimeout(error)) return new ApiProblem({ status: 0, code: 'network' })
  return new ApiProblem({ status: 0, code: 'unexpected' })
}

/** What fetch throws when AbortSignal.timeout ends it. */
function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

/**
 * A form field's name for a pointer: /roles/0/committeeId is the field named roles/0/committeeId. What a POST wraps in
 * `content` a PUT sends bare, so that one form serves both.
 */
export function fieldName(pointer: string): string {
  return pointer.replace(/^\/(content\/)?/, '')
}
