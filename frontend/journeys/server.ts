// Starts the real binary with its demo municipality on a fresh private database, once for all journeys.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const binary = new URL('../../bin/uppsikt', import.meta.url).pathname

/** Gives the address in UPPSIKT_URL and returns what stops the server and removes its data. */
export default async function start(): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'uppsikt-'))
  // PostgreSQL may run as another user than the tests do, and has to pass through here.
  await chmod(data, 0o711)
  const server = spawn(binary, ['serve', '--demo', '--addr', '127.0.0.1:0'], {
    env: { ...process.env, UPPSIKT_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const log: string[] = []
  server.stderr.on('data', (text: Buffer) => log.push(text.toString()))

  process.env.UPPSIKT_URL = await addressOf(server.stdout, ended, log)
  return async () => {
    server.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
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
