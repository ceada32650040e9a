import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** One line from stdin. At a terminal it is asked for, and what is typed is not shown. */
export async function readSecret(question: string): Promise<string> {
  const isTerminal = Boolean(process.stdin.isTTY)
  if (isTerminal) process.stderr.write(question)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: isTerminal })
  const line = isTerminal ? await lines.question('') : await firstLine(lines)
  lines.close()
  if (isTerminal) process.stderr.write('\n')
  return line
}

async function firstLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line
  return ''
}
