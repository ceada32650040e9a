// What came over the line, proven to be what it should be: by the same shapes that the server tells it by.

import * as z from 'zod'
import { annotationMessage } from '@/lib/annotations/contract'
import { envelopeShape, type PresenceMessage, presenceShape } from '@/lib/events/message'
import { revisionMessage } from '@/lib/revisions/contract'
import { threadMessage } from '@/lib/threads/contract/threads'

// The nouns that the room itself shows. Others are handed on as they came: pages without a debate need not know its shape.
const roomMessage = z.discriminatedUnion('noun', [
  annotationMessage,
  threadMessage,
  revisionMessage,
])

/** A recorded change of what the room itself shows. */
export type RoomMessage = z.infer<typeof roomMessage>

const ROOM_NOUNS: ReadonlySet<string> = new Set(
  roomMessage.options.map(({ shape }) => shape.noun.value),
)

export type Arrived = {
  /** For the room; null when another noun shows it. */
  readonly message: RoomMessage | null
  /** It is about what the reader is told, not about the reading. */
  readonly isOwn: boolean
  /** The same as it came, for whoever knows its noun. */
  readonly raw: unknown
}

/** A recorded change; null when it is not one that we can place. */
export function arrivedMessage(data: unknown): Arrived | null {
  const raw = json(data)
  const envelope = envelopeShape.safeParse(raw).data
  if (!envelope) return null
  const isOwn = envelope.noun === 'notices'
  if (!ROOM_NOUNS.has(envelope.noun)) return { message: null, isOwn, raw }
  const message = roomMessage.safeParse(raw).data
  return message ? { message, isOwn, raw } : null
}

/** Everybody who is here; null when it cannot be read. */
export function presenceMessage(data: unknown): PresenceMessage | null {
  return presenceShape.safeParse(json(data)).data ?? null
}

function json(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return null
  }
}
