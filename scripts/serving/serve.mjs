// Runs the application as a child, and again when it ends though nobody asked it to.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PlainError } from '../plain-error.mjs'
import { projectFolder } from '../project.mjs'

const longestStartMs = 60_000
const longestStopMs = 8_000

/** How often in a row it is started again, the pause before (doubled each time), and after how long a life that count begins anew. */
const patience = { restarts: 5, firstPauseMs: 250, calmMs: 60_000 }

/**
 * Starts `node <words>` with the application's environment. Answers when it is healthy, with `ended`: a promise that is broken when
 * it ended again and again. `born` is told the process of each that is started.
 * @param {{ isEnding?: boolean, onEnd: (end: () => Promise<void>) => void }} life
 * @param {{ words: string[], env: Record<string, string | undefined>, address: { host: string, port: number },
 *   born?: (pid: number) => void, again?: typeof patience }} wish
 */
export async function serve(life, { words, env, address, born = (_) => {}, again = patience }) {
  const first = begin(life, { words, env, born })
  await Promise.race([first.exit.then(refuse), healthy(address)])
  return { ended: keepUp(life, first, () => begin(life, { words, env, born }), again) }
}

function refuse(how) {
  throw new PlainError(`The application ended as it began (${how}).`)
}

function begin(life, { words, env, born }) {
  const guard = fileURLToPath(new URL('end-with-starter.mjs', import.meta.url))
  const child = spawn(process.execPath, ['--import', guard, ...words], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  child.stdin.on('error', () => {}) // It may be gone before us.
  if (child.pid) born(child.pid)
  const exit = new Promise((done) => child.once('exit', (status, signal) => done(signal ?? status)))
  life.onEnd(() => stop(child, exit))
  return { exit }
}

async function keepUp(life, first, next, { restarts, firstPauseMs, calmMs }) {
  let app = first
  for (let inARow = 0; ; inARow++) {
    const began = performance.now()
    const how = await app.exit
    if (life.isEnding) return new Promise(() => {}) // We are ending it ourselves.
    if (performance.now() - began > calmMs) inARow = 0
    if (inARow === restarts) throw new PlainError(`The application ended again and again (${how}).`)
    console.error(`The application ended unexpectedly (${how}) and is started again.`)
    await sleep(firstPauseMs * 2 ** inARow)
    if (life.isEnding) return new Promise(() => {})
    app = next()
  }
}

async function stop(child, exit) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const late = sleep(longestStopMs, 'late', { ref: false })
  if ((await Promise.race([exit, late])) === 'late') child.kill('SIGKILL')
  await exit
}

const reachable = (host) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host)

async function healthy({ host, port }) {
  const late = performance.now() + longestStartMs
  const name = reachable(host).includes(':') ? `[${host}]` : reachable(host)
  while (performance.now() < late) {
    const answer = await fetch(`http://${name}:${port}/api/health`).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new PlainError(
    `The application did not become healthy within ${longestStartMs / 1_000} seconds.`,
  )
}
