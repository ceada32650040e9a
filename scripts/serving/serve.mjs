// Runs the application as a child and waits for it.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PlainError } from '../plain-error.mjs'
import { projectFolder } from '../project.mjs'

const longestStartMs = 60_000
const longestStopMs = 3_500

/**
 * Starts `node <words>` with the application's environment. Answers when it is healthy, with `ended`: a promise that is kept
 * (never with a value to use) when the application ends though nobody asked it to.
 */
export async function serve(life, { words, env, address }) {
  const guard = fileURLToPath(new URL('end-with-starter.mjs', import.meta.url))
  const child = spawn(process.execPath, ['--import', guard, ...words], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const exit = new Promise((done) => child.once('exit', (status, signal) => done(signal ?? status)))
  life.onEnd(() => stop(child, exit))
  const ended = exit.then((how) => {
    if (!life.isEnding) throw new PlainError(`The application ended unexpectedly (${how}).`)
    return new Promise(() => {}) // We are ending it ourselves.
  })
  await Promise.race([ended, healthy(address)])
  return { ended }
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
