import { type EventCursor, formatCursor } from './cursor'
import type { Envelope } from './message'

// What is told of one event, as it goes down a stream: one message for each noun that has something to say. Only the last of them
// bears the cursor, so that a line cut between them brings all of them again.

export type Frame = {
  readonly cursor: string
  readonly messages: readonly Envelope[]
  /** The text on the wire, made once for all who are told the same. */
  readonly bytes: () => Uint8Array
}

const encoder = new TextEncoder()

/** The frame of an event. */
export function frameOf(at: EventCursor, messages: readonly Envelope[]): Frame {
  const cursor = formatCursor(at)
  let encoded: Uint8Array | null = null
  const bytes = () => {
    encoded ??= encoder.encode(textOf(cursor, messages))
    return encoded
  }
  return { cursor, messages, bytes }
}

function textOf(cursor: string, messages: readonly Envelope[]): string {
  const last = messages.length - 1
  return messages
    .map((message, at) => {
      const id = at === last ? `id: ${cursor}\n` : ''
      return `${id}data: ${JSON.stringify(message)}\n\n`
    })
    .join('')
}
