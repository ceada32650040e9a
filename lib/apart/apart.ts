// Work that grows with a text, apart from the process that answers everybody: reading, comparing, carrying notes over. At most two works at
// a time, each in a process that is kept for the next one; the others wait in a line. What can be asked for stands in main.ts.

import { type ChildProcess, spawn } from 'node:child_process'
import { Invalid, Malformed, TooLarge } from '@/lib/errors'

const PROCESSES = 2
const MEMORY_MB = 512
const LONGEST_MS = 60_000
const IDLE_MS = 60_000
// So many UTF-16 code units take a few milliseconds, less than asking another process.
const SHORT = 20_000

/** What the other process is asked and answers; errors for people come back as what they were. */
export type Order = { readonly name: string; readonly input: unknown }
export type Answer<Output> =
  | { readonly kind: 'done'; readonly output: Output }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly message: string
    }
  | { readonly kind: 'broken'; readonly message: string }

type Waiting = {
  readonly order: Order
  readonly resolve: (output: never) => void
  readonly reject: (error: Error) => void
}

const idle: { readonly child: ChildProcess; readonly end: NodeJS.Timeout }[] = []
const line: Waiting[] = []
let busy = 0

/**
 * What `here` would give, worked out in another process when `size` (UTF-16 code units) is large. `name` and `input` are how main.ts knows
 * the work. Throws what it throws, and Invalid for what takes more memory or time than there is for one.
 */
export async function apart<Output>(
  order: Order,
  { size, here }: { readonly size: number; readonly here: () => Output },
): Promise<Output> {
  if (size <= SHORT || !process.env.COLLOQUY_APART) return here()
  return new Promise<Output>((resolve, reject) => {
    line.push({ order, resolve, reject })
    next()
  })
}

function next(): void {
  if (busy >= PROCESSES) return
  const waiting = line.shift()
  if (!waiting) return
  busy += 1
  const kept = idle.pop()
  if (kept) clearTimeout(kept.end)
  ask(kept?.child ?? start(), waiting)
}

function ask(child: ChildProcess, { order, resolve, reject }: Waiting): void {
  child.ref()
  child.channel?.ref()
  const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
  const done = () => {
    clearTimeout(late)
    child.off('message', hear)
    child.off('exit', died)
    child.off('error', failed)
    busy -= 1
    next()
  }
  const hear = (answer: Answer<never>) => {
    keep(child)
    done()
    if (answer.kind === 'done') resolve(answer.output)
    else reject(errorOf(answer))
  }
  const failed = (error: Error) => {
    done()
    reject(error)
  }
  // By a signal it was memory or time that ran out.
  const died = (status: number | null) => {
    done()
    reject(status === null ? tooMuch() : new Error(`The process beside ended (${status}).`))
  }
  child.on('message', hear)
  child.once('exit', died)
  child.once('error', failed)
  child.send({ ...order })
}

function keep(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  const end = setTimeout(() => {
    const at = idle.findIndex((one) => one.child === child)
    if (at !== -1) idle.splice(at, 1)
    child.kill()
  }, IDLE_MS)
  end.unref()
  idle.push({ child, end })
}

function errorOf(answer: Exclude<Answer<never>, { kind: 'done' }>): Error {
  if (answer.kind === 'broken') return new Error(answer.message)
  const Kind = { 400: Malformed, 413: TooLarge }[answer.status] ?? Invalid
  return new Kind(answer.code, answer.message)
}

function tooMuch(): Invalid {
  return new Invalid(
    'too-much',
    'This text takes more time or memory than there is for one. Divide it.',
  )
}

function start(): ChildProcess {
  const { COLLOQUY_PROJECT: cwd, COLLOQUY_APART: words = '', PATH } = process.env
  const options = [`--max-old-space-size=${MEMORY_MB}`, ...words.split('\n')]
  const child = spawn(process.execPath, options, {
    cwd,
    env: { NODE_ENV: 'production', PATH },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.once('exit', () => {
    const at = idle.findIndex((one) => one.child === child)
    if (at !== -1) idle.splice(at, 1)
  })
  return child
}
