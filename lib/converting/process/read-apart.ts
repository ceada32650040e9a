// Reading a long text apart from the process that answers everybody. At most two at a time, each in a process that is kept for the next one;
// the others wait in a line.

import { type ChildProcess, spawn } from 'node:child_process'
import { Invalid, Malformed, TooLarge } from '@/lib/errors'
import { readText, type SentText, type TextRead } from './read-text'
import type { TextAnswer } from './text-main'

const PROCESSES = 2
const MEMORY_MB = 512
const LONGEST_MS = 60_000
const IDLE_MS = 60_000
// A text of so many UTF-16 code units takes a few milliseconds, less than asking another process.
const SHORT = 20_000
// Signs of dollars, two or four of which make a formula.
const FEW_SIGNS = 20

type Waiting = {
  readonly sent: SentText
  readonly resolve: (read: TextRead) => void
  readonly reject: (error: Error) => void
}

const idle: { readonly child: ChildProcess; readonly end: NodeJS.Timeout }[] = []
const line: Waiting[] = []
let busy = 0

/** Reads a text. Throws Malformed and TooLarge like parseReadingDoc, Invalid for one that takes more than there is for one. */
export async function readTextApart(sent: SentText): Promise<TextRead> {
  if (isSmall(sent) || !process.env.COLLOQUY_TEXT_READER) return readText(sent)
  return new Promise((resolve, reject) => {
    line.push({ sent, resolve, reject })
    next()
  })
}

// Formulas are drawn, which takes far longer than their letters say: more than a few are no small matter.
function isSmall(sent: SentText): boolean {
  const { source } = sent
  const signs = source.format === 'markdown' ? source.value.split('$').length - 1 : 0
  return lengthOf(sent) <= SHORT && signs <= FEW_SIGNS
}

function lengthOf({ source }: SentText): number {
  return source.format === 'markdown' ? source.value.length : JSON.stringify(source.value).length
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

function ask(child: ChildProcess, { sent, resolve, reject }: Waiting): void {
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
  const hear = (answer: TextAnswer) => {
    keep(child)
    done()
    if (answer.kind === 'read') resolve(answer.read)
    else reject(errorOf(answer))
  }
  const failed = (error: Error) => {
    done()
    reject(error)
  }
  // By a signal it was memory or time that ran out.
  const died = (status: number | null) => {
    done()
    reject(status === null ? tooMuch() : new Error(`The reader of texts ended (${status}).`))
  }
  child.on('message', hear)
  child.once('exit', died)
  child.once('error', failed)
  child.send(sent)
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

function errorOf(answer: Exclude<TextAnswer, { kind: 'read' }>): Error {
  if (answer.kind === 'broken') return new Error(answer.message)
  const Told = { 400: Malformed, 413: TooLarge }[answer.status] ?? Invalid
  return new Told(answer.code, answer.message)
}

function tooMuch(): Invalid {
  return new Invalid('too-much', 'Reading this text takes more than there is for one. Divide it.')
}

function start(): ChildProcess {
  const { COLLOQUY_PROJECT: cwd, COLLOQUY_TEXT_READER: words = '', PATH } = process.env
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
