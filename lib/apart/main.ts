// A process that does one work after the other for as long as it is asked. It has neither the database nor a secret; all it may do is pure.

import { PublicError } from '@/lib/errors'
import { drawLetter } from '@/lib/notifications/mail/draw-letter'
import { evaluate } from '@/lib/participation/evaluate'
import { readText } from '@/lib/readings/read-text'
import { changesOf } from '@/lib/revisions/changes'
import { evidencePlaces } from '@/lib/revisions/evidence-places'
import { placedNotes } from '@/lib/revisions/placing'
import type { Answer } from './apart'

const WORKS: Readonly<Record<string, (input: never) => unknown>> = {
  'read-text': readText,
  'place-notes': placedNotes,
  'place-evidence': evidencePlaces,
  'compare-texts': changesOf,
  'draw-letter': drawLetter,
  'evaluate-work': evaluate,
}

type Sent = { readonly name: string; readonly input: never }

process.on('message', (sent: Sent) => {
  void answerTo(sent).then((answer) => process.send?.(answer))
})
// Who asked has died: nobody waits for an answer.
process.once('disconnect', () => process.exit())

async function answerTo({ name, input }: Sent): Promise<Answer<unknown>> {
  try {
    const work = WORKS[name]
    if (!work) return { kind: 'broken', message: `There is no work "${name}".` }
    return { kind: 'done', output: await work(input) }
  } catch (error) {
    if (error instanceof PublicError) {
      const { status, code, message } = error
      return { kind: 'refused', status, code, message }
    }
    return { kind: 'broken', message: error instanceof Error ? (error.stack ?? '') : String(error) }
  }
}
