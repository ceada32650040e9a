import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// The real production server, by the operator's own command, on data of its own.

const LONGEST_START_MS = 300_000

/** A fresh data folder that the database's user may enter. */
export function freshData(): string {
  const data = mkdtempSync(join(tmpdir(), 'colloquy-e2e-'))
  chmodSync(data, 0o755)
  return data
}

export function forgetData(data: string): void {
  rmSync(data, { recursive: true, force: true })
}

/** Starts a server and waits until it is open. */
export async function startServer(wish: {
  readonly port: string
  readonly data: string
  readonly demo: 'on' | 'off'
  /** Where it sends its mail; without it, it sends none. */
  readonly smtpUrl?: string
}): Promise<ChildProcess> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const { port, data, demo, smtpUrl } = wish
  const mail = smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }
  const env = { ...inherited, ...mail, PORT: port, COLLOQUY_DATA: data, COLLOQUY_DEMO: demo }
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await openWords(server)
  return server
}

/** Ends a server as an operator does. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

/** The process of the application itself, below the command that started it. */
export function applicationOf(server: ChildProcess): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), stat: statOf(name) }))
    .filter(({ stat }) => stat.parent === server.pid && stat.name.startsWith('next-server'))
  const [application] = children
  if (!application) throw new Error('The server has no application.')
  return application.pid
}

/** The process of the embedded database of a data folder. */
export function databaseOf(data: string): number {
  const [pid] = readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}

function statOf(pid: string): { readonly name: string; readonly parent: number } {
  try {
    const [, name = '', parent] =
      /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { name, parent: Number(parent) }
  } catch {
    return { name: '', parent: 0 } // It has ended meanwhile.
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
