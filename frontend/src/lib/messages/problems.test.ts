import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldProblemWords, problemWords } from './problems'

/** The server's own code, without tests, generated files and the vocabulary itself. */
function goSources(): string {
  const root = join(import.meta.dirname, '../../../../internal')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.go') && !file.endsWith('_test.go') && !/^(contract|fault)\b/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
}

function codesIn(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map((found) => found[1] ?? ''))].sort()
}

describe('every code that the server can answer with', () => {
  const source = goSources()

  it('has words, when it is about the whole', () => {
    const codes = codesIn(source, /fault\.(?:Conflict|Missing|Unauthenticated|Invalid)\("([a-z_]+)"/g)
    expect(codes).toContain('wrong_credentials')
    expect(codes.filter((code) => code !== 'invalid' && !(code in problemWords))).toEqual([])
  })

  it('has words, when it is about a field', () => {
    const codes = codesIn(source, /(?:fault\.InvalidField\([^,\n]+, |c\.fault\(|Code: +|return )"([a-z]+_[a-z_]+)"/g)
    expect(codes).toContain('wrong_password')
    const unknown = fieldProblemWords('a code that nobody gives')
    expect(codes.filter((code) => fieldProblemWords(code) === unknown)).toEqual([])
  })

  it('has words, when it is about a cell of a spreadsheet', () => {
    const codes = [
      ...codesIn(source, /p\.fault(?:At)?\([^"\n]+, "([a-z_]+)"/g),
      ...codesIn(source, /\.Fault(?:Of)?\((?:"\w+"|\w+), "([a-z_]+)"/g),
      ...codesIn(source, /sheetimport\.Several\(.*, "([a-z_]+)"\)/g),
    ]
    expect(codes).toEqual(expect.arrayContaining(['contradicts_earlier_row', 'not_a_number']))
    const unknown = fieldProblemWords('a code that nobody gives')
    expect(codes.filter((code) => fieldProblemWords(code) === unknown)).toEqual([])
  })
})

describe('limits of length', () => {
  it('are named, except that a field may not be empty', () => {
    expect(fieldProblemWords('minLength', 'minimum string length is 1')).toBe('Fyll i det här.')
    expect(fieldProblemWords('minLength', 'minimum string length is 12')).toBe('Skriv minst 12 tecken.')
    expect(fieldProblemWords('maxLength', 'maximum string length is 200')).toBe('Skriv högst 200 tecken.')
  })
})
