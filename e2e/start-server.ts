import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// Before the first browser test: the real production server, by the operator's own command, on fresh data with the demo world.

const LONGEST_START_MS = 600_000

export default async function startServer(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'colloquy-e2e-'))
  chmodSync(data, 0o755)
  process.env.COLLOQUY_DATA = data // The tests' own operator's commands speak to the same data.
  const port = process.env.COLLOQUY_E2E_PORT ?? ''
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, PORT: port, COLLOQUY_DATA: data, COLLOQUY_DEMO: 'on' }
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await openWords(server)
  return async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    rmSync(data, { recursive: true, force: true })
  }
}

// The start command speaks when its own application is healthy: asking the port could be answered by another's.
async function openWords(server: ChildProcess): Promise<void> {
  const giveUp = new AbortController()
  const opened = new Promise<void>((done, failed) => {
    server.stdout?.setEncoding('utf8').on('data', (words: string) => {
      if (words.includes('Colloquy is open at')) done()
    })
    server.once('exit', (status) =>
      failed(new Error(`The server ended with ${status} before it was open.`)),
    )
  })
  const late = sleep(LONGEST_START_MS, 'late', { signal: giveUp.signal }).then(() => {
    throw new Error('The server did not open in time.')
  })
  await Promise.race([opened, late]).finally(() => giveUp.abort())
  late.catch(() => {}) // Aborted: nobody waits for it any more.
}
