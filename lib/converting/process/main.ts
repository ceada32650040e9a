// A process that reads one text and ends. It has neither the database nor a secret: whatever a hostile file does to a parser, it does it
// here, within bounds of memory and time that others watch over.

import { setPriority } from 'node:os'
import { convert } from '@/lib/converting/files/convert'
import { PublicError } from '@/lib/errors'
import { type Answer, isOrder, type Order } from './message'

const PROGRESS_MS = 200
const NICENESS = 10

// Whoever reads and writes comes first.
setPriority(NICENESS)

process.once('message', (message: unknown) => {
  if (isOrder(message)) void carryOut(message)
})
// Who asked has died: nobody waits for the answer.
process.once('disconnect', () => process.exit())

async function carryOut({ source, allowed }: Order): Promise<void> {
  let told = 0
  let toldPhase = ''
  const progress = (
    phase: 'fetching' | 'reading' | 'pictures' | 'building',
    done: number,
    total: number | null,
  ) => {
    const at = Date.now()
    if (phase === toldPhase && at - told < PROGRESS_MS) return
    told = at
    toldPhase = phase
    send({ kind: 'progress', phase, done, total })
  }
  try {
    send({ kind: 'read', read: await convert(source, { allowed, progress }) })
  } catch (error) {
    send(answerTo(error))
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof PublicError)
    return { kind: 'refused', code: error.code, message: error.message }
  if (error instanceof RangeError) {
    return {
      kind: 'refused',
      code: 'too-deep',
      message: 'This text is nested too deep to be read.',
    }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'broken', message }
}

function send(answer: Answer): void {
  process.send?.(answer)
}
