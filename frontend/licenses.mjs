// Fails when a package that ships in the browser has a licence that is not permissive, by its word in package-lock.json.
import { readFileSync } from 'node:fs'

const permissive = ['MIT', 'Apache-2.0', 'ISC', 'OFL-1.1', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense']

const lock = JSON.parse(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'))
const shipped = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.dev)
const others = shipped.filter(([, { license }]) => !permissive.includes(license))
for (const [path, { license }] of others) console.error(`${path}: ${license ?? 'no licence'}`)
process.exitCode = others.length > 0 ? 1 : 0
