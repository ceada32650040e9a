// Leads anchors from one version of a text to another, for any program: JSON lines in, JSON lines out. Only the pure module is loaded,
// so that it starts at once.

import { createReadStream, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Anchor, anchoringOf } from '@/lib/text/anchoring/anchoring'
import { PlainError, reportFailure } from './plain-error.mjs'

const USAGE = 'Usage: npm run --silent anchor -- --old OLD.txt --new NEW.txt < anchors.jsonl'
const READ_AT_ONCE = 1 << 18

try {
  await answer()
} catch (error) {
  process.exitCode = reportFailure(error)
}

async function answer(): Promise<void> {
  const files = filesAsked()
  const oldText = textOf(files.old)
  const anchored = anchoringOf({ oldText, newText: textOf(files.new) })
  let number = 0
  for await (const lines of linesOfInput()) {
    let written = ''
    for (const line of lines) {
      number += 1
      if (line.trim() === '') continue
      written += `${JSON.stringify(anchored(anchorIn(line, number, oldText.length)))}\n`
    }
    await write(written)
  }
}

function filesAsked(): { readonly old: string; readonly new: string } {
  try {
    const { values } = parseArgs({ options: { old: { type: 'string' }, new: { type: 'string' } } })
    if (values.old !== undefined && values.new !== undefined) {
      return { old: values.old, new: values.new }
    }
  } catch {
    // An option there is none of is told like one that is missing.
  }
  throw new PlainError(USAGE)
}

// npm runs scripts in the project's folder; paths are meant from where the person is.
function textOf(path: string): string {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', path), 'utf8')
  } catch {
    throw new PlainError(`The file ${path} can not be read.`)
  }
}

// As many lines at once as a piece of the input holds: a turn of the event loop costs more than an anchor.
async function* linesOfInput(): AsyncGenerator<string[]> {
  let rest = ''
  const input = createReadStream('', {
    fd: 0,
    encoding: 'utf8',
    autoClose: false,
    highWaterMark: READ_AT_ONCE,
  })
  for await (const piece of input) {
    const lines = `${rest}${piece}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  yield [rest]
}

function anchorIn(line: string, number: number, length: number): Anchor {
  const { start, end, exact, prefix, suffix } = parsed(line, number)
  const quote = { exact: asWords(exact), prefix: asWords(prefix), suffix: asWords(suffix) }
  if (start == null && end == null && quote.exact !== undefined) return quote
  if (!isOffset(start) || !isOffset(end)) {
    throw new PlainError(`Line ${number} of the input has no start and end, nor an exact quote.`)
  }
  if (start < 0 || start >= end || end > length) {
    throw new PlainError(
      `Line ${number} of the input is not a range of the old text, which has ${length} UTF-16 code units.`,
    )
  }
  return { ...quote, start, end }
}

function asWords(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function parsed(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (isRecord(value)) return value
  } catch {
    // Told below, as what is JSON but no object.
  }
  throw new PlainError(`Line ${number} of the input is not a JSON object.`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function write(text: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(text, (error) => (error ? fail(error) : done()))
  })
}
