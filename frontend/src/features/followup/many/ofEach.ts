import { ApiProblem, type FieldProblem } from '@/lib/problem'

/** The same is said of each, so a fault in any of them is a fault in the one form: each field is told once. */
export function ofEach(problem: ApiProblem): ApiProblem {
  const fields = new Map<string, FieldProblem>()
  for (const field of problem.fields) {
    const pointer = field.pointer.replace(/^\/items\/\d+\/(report|verdict)(?=\/)/, '')
    if (!fields.has(pointer)) fields.set(pointer, { ...field, pointer })
  }
  return new ApiProblem({ status: problem.status, code: problem.code, errors: [...fields.values()] })
}

/** The places, among what was sent, that a problem is about. */
export function placesIn(problem: ApiProblem): number[] {
  return problem.fields.flatMap(({ pointer }) => {
    const place = /^\/items\/(\d+)\//.exec(pointer)?.[1]
    return place === undefined ? [] : [Number(place)]
  })
}
