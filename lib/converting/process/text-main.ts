// A process that reads texts one after the other for as long as it is asked. It has neither the database nor a secret.

import { ToldError } from '@/lib/errors'
import { readText, type SentText, type TextRead } from './read-text'

export type TextAnswer =
  | { readonly kind: 'read'; readonly read: TextRead }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly message: string
    }
  | { readonly kind: 'broken'; readonly message: string }

process.on('message', (sent: SentText) => process.send?.(answerTo(sent)))
// Who asked has died: nobody waits for an answer.
process.once('disconnect', () => process.exit())

function answerTo(sent: SentText): TextAnswer {
  try {
    return { kind: 'read', read: readText(sent) }
  } catch (error) {
    if (error instanceof ToldError) {
      const { status, code, message } = error
      return { kind: 'refused', status, code, message }
    }
    return { kind: 'broken', message: error instanceof Error ? (error.stack ?? '') : String(error) }
  }
}
