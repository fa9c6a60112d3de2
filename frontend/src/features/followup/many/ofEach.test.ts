import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/lib/problem'
import { ofEach, placesIn } from './ofEach'

describe('a problem with something said of many', () => {
  const missing = (place: number) => ({ pointer: `/items/${place}/report/comment`, code: 'required' })

  it('is told once of each field of the one form', () => {
    const problem = new ApiProblem({ status: 422, code: 'invalid', errors: [missing(0), missing(1)] })
    expect(ofEach(problem).fields).toEqual([{ pointer: '/comment', code: 'required' }])
  })

  it('names those that it is about', () => {
    const stale = (place: number) => ({ pointer: `/items/${place}/version`, code: 'stale' })
    expect(placesIn(new ApiProblem({ status: 412, code: 'stale', errors: [stale(2), stale(11)] }))).toEqual([2, 11])
  })
})
