// Counts the tests in the reports of the suites, shows what failed and why, and what was skipped and why.
// Ends with "N passed, N failed", and with exit code 1 when anything failed or a suite left no report.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]

/** @typedef {{name: string, result: 'passed' | 'failed' | 'skipped', output: string}} Test */

/** `go test -json`: a test with subtests is counted by them; a package may fail outside of its tests. @returns {Test[]} */
function goTests(report) {
  const results = { pass: 'passed', fail: 'failed', skip: 'skipped', 'build-fail': 'failed' }
  const tests = new Map()
  for (const line of report.split('\n').filter((line) => line.startsWith('{'))) {
    const { Action, Package, ImportPath, Test = '', Output } = JSON.parse(line)
    const name = `${Package ?? ImportPath} ${Test}`
    const test = tests.get(name) ?? { name, output: '' }
    tests.set(name, test)
    if (!/^(===|---) /.test(Output?.trim() ?? '')) test.output += Output ?? ''
    test.result ??= results[Action]
  }
  const all = [...tests.values()]
  for (const test of all) test.result ??= 'failed' // its process ended before it did
  const inside = (test) => all.filter((other) => other !== test && other.name.startsWith(test.name.endsWith(' ') ? test.name : `${test.name}/`))
  return all.filter((test) => {
    const within = inside(test)
    if (test.result === 'failed') return !within.some((other) => other.result === 'failed')
    return within.length === 0 && !test.name.endsWith(' ')
  })
}

/** vitest's JSON report. @returns {Test[]} */
function unitTests(report) {
  return JSON.parse(report).testResults.flatMap((file) => {
    const tests = file.assertionResults.map((test) => ({
      name: `${file.name} ${test.fullName}`,
      result: { passed: 'passed', failed: 'failed' }[test.status] ?? 'skipped',
      output: test.failureMessages.join('\n'),
    }))
    const brokenFile = file.status === 'failed' && !tests.some((test) => test.result === 'failed')
    return brokenFile ? [...tests, { name: file.name, result: 'failed', output: file.message }] : tests
  })
}

/** Playwright's JSON report. @returns {Test[]} */
function journeys(report) {
  const { suites, errors } = JSON.parse(report)
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const results = { expected: 'passed', flaky: 'failed', unexpected: 'failed', skipped: 'skipped' }
  const text = ({ message, stack }) => stack ?? message ?? ''
  return [
    ...suites.flatMap(specs).flatMap((spec) => spec.tests.map((test) => ({
      name: `${spec.file} ${spec.title}`,
      result: results[test.status],
      output: test.results.flatMap((result) => result.errors).map(text).join('\n'),
    }))),
    ...errors.map((error) => ({ name: 'journeys', result: 'failed', output: text(error) })),
  ]
}

/** A suite without a readable report, or without a single test, is one failure; its log says why. @returns {Test[]} */
function suite(name, read) {
  try {
    const tests = read(readFileSync(join(folder, `${name}.json`), 'utf8'))
    if (tests.length > 0) return tests
    throw new Error('no tests were run')
  } catch (error) {
    return [{ name, result: 'failed', output: `${error.message}\n${readFileSync(join(folder, `${name}.log`), 'utf8')}` }]
  }
}

const tests = [...suite('go', goTests), ...suite('frontend', unitTests), ...suite('journeys', journeys)]
const withResult = (result) => tests.filter((test) => test.result === result)
for (const test of withResult('skipped')) console.log(`skipped: ${test.name}\n${test.output}`)
for (const test of withResult('failed')) console.log(`FAILED: ${test.name}\n${test.output}`)
console.log(`${withResult('passed').length} passed, ${withResult('failed').length} failed`)
process.exitCode = withResult('failed').length > 0 ? 1 : 0
