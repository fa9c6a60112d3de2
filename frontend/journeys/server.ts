// Starts the real binary with its demo municipality on a fresh private database, once for each worker of the journeys.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const binary = new URL('../../bin/uppsikt', import.meta.url).pathname

/** An auditor of two more municipalities, whom the demo does not have. */
export const inTwoOrganizations = {
  email: 'tove@lillan.example',
  organizations: ['Fjärdens kommun', 'Lillåns kommun'],
}

/** Gives the address in UPPSIKT_URL and returns what stops the server and removes its data. */
export async function start(): Promise<() => Promise<void>> {
  const data = await dataFolder()
  const env = { ...process.env, UPPSIKT_DATA_DIR: data }
  process.env.UPPSIKT_TWO_PASSWORD = await addOrganizations(env)

  const server = await serve(env)
  process.env.UPPSIKT_URL = server.url
  return async () => {
    server.process.kill('SIGTERM')
    await server.ended
    await rm(data, { recursive: true, force: true })
  }
}

export interface RunningServer {
  url: string
  process: ChildProcess
  ended: Promise<void>
}

/** Starts the binary on the data folder that env names and waits until it serves. */
export async function serve(env: NodeJS.ProcessEnv, address = '127.0.0.1:0'): Promise<RunningServer> {
  const server = spawn(binary, ['serve', '--demo', '--addr', address], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const log: string[] = []
  server.stderr.on('data', (text: Buffer) => log.push(text.toString()))
  return { url: await addressOf(server.stdout, ended, log), process: server, ended }
}

/** A new folder that PostgreSQL may pass through: it may run as another user than the tests do. */
export async function dataFolder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'uppsikt-'))
  await chmod(data, 0o711)
  return data
}

/** Adds the two municipalities before the server has the database, and gives their auditor's password. */
async function addOrganizations(env: NodeJS.ProcessEnv): Promise<string> {
  let printed = ''
  for (const name of inTwoOrganizations.organizations) {
    const auditor = ['--auditors-name', 'revisorerna', '--auditor-email', inTwoOrganizations.email]
    const flags = ['--name', name, ...auditor, '--auditor-name', 'Tove Tvåström']
    const { stdout } = await promisify(execFile)(binary, ['organization', 'add', ...flags], { env })
    printed += stdout
  }
  const password = /password (\S+)/.exec(printed)?.[1]
  if (!password) throw new Error(`no password in: ${printed}`)
  return password
}

/** The address in the line `Uppsikt: http://127.0.0.1:41234`. */
async function addressOf(stdout: NodeJS.ReadableStream, ended: Promise<void>, log: string[]): Promise<string> {
  const printed = new Promise<string>((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const address = /^Uppsikt: (http:\/\/\S+)/.exec(line)?.[1]
      if (address) resolve(address)
    })
  })
  const failed = ended.then(() => {
    throw new Error(`the server ended before it served:\n${log.join('')}`)
  })
  return Promise.race([printed, failed])
}
