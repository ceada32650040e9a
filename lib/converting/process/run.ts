// Reading a text in a process of its own, so that it can be bounded in memory and time and stopped at any moment.

import { spawn } from 'node:child_process'
import type { Progress } from '@/lib/converting/converted'
import type { Read, Source } from '@/lib/converting/files/convert'
import { Invalid } from '@/lib/errors'
import { type Answer, isAnswer } from './message'

const MEMORY_MB = 1_024
const LONGEST_MS = 10 * 60_000

export type Reading = {
  /** Rejects with Invalid for what is wrong with the text, with another error for what is wrong with us or when it was stopped. */
  readonly result: Promise<Read>
  readonly stop: () => void
}

/** Begins to read a text. About a second of start-up, then what the text takes. */
export function startReading(source: Source, progress: Progress): Reading {
  const { cwd, words } = program()
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, ...words], {
    cwd,
    env: environment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let isStopped = false
  const stop = () => {
    isStopped = true
    child.kill('SIGKILL')
  }
  const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
  const result = new Promise<Read>((resolve, reject) => {
    child.on('message', (message: unknown) => {
      if (isAnswer(message)) hear(message, { resolve, reject, progress })
    })
    child.once('error', reject)
    // An end with a status is a fault of ours; one by a signal is memory or time that ran out, or was wanted.
    child.once('exit', (status) => {
      reject(isStopped || status !== null ? new Error(`The reader ended (${status}).`) : tooMuch())
    })
  })
  child.send({ source, allowed: allowedHosts() })
  // Once it has answered, or died, there is nothing left for it to do.
  const ended = () => {
    clearTimeout(late)
    stop()
  }
  result.then(ended, ended)
  return { result, stop }
}

function hear(
  answer: Answer,
  to: { resolve: (read: Read) => void; reject: (error: Error) => void; progress: Progress },
): void {
  switch (answer.kind) {
    case 'progress':
      to.progress(answer.phase, answer.done, answer.total)
      break
    case 'read':
      to.resolve(answer.read)
      break
    case 'refused':
      to.reject(new Invalid(answer.code, answer.message))
      break
    case 'broken':
      to.reject(new Error(answer.message))
      break
  }
}

function tooMuch(): Invalid {
  return new Invalid(
    'too-much',
    'Reading this text took more memory or time than there is for one. Divide it and try again.',
  )
}

// The program is named by whoever starts the server: a bundler that sees a path here would take the reader into the server.
function program(): { readonly cwd: string; readonly words: readonly string[] } {
  const { COLLOQUY_PROJECT: cwd, COLLOQUY_READER: words } = process.env
  if (!cwd || !words) {
    throw new Error('COLLOQUY_READER is not set: start the app by `npm start`.')
  }
  return { cwd, words: words.split('\n') }
}

// Nothing of ours but where to find programs: no database, no secret.
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_EXTRA_CA_CERTS } = process.env
  return { NODE_ENV: 'production', PATH, HOME, TMPDIR, NODE_EXTRA_CA_CERTS }
}

/** Hosts with port that pages are fetched from though they are not public, as the operator has set. */
export function allowedHosts(): readonly string[] {
  return (process.env.COLLOQUY_IMPORT_ALLOW ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '')
}
