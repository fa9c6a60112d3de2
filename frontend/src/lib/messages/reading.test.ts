import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reading } from './reading'

test('every warning that the reader can give has words', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../../internal/reading/warning.go'), 'utf8')
  const codes = [...source.matchAll(/^\twarn\w+\s*= "([a-z_]+)"/gm)].map((found) => found[1] ?? '')
  expect(codes).toContain('wordings_differ')
  expect(codes.filter((code) => !(code in reading.warnings))).toEqual([])
})
