import 'server-only'
import type { Actor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import { type EventCursor, formatCursor } from './cursor'
import type { Hub } from './hub'
import { enter, peopleIn, roomOf } from './presence'

// The live channel of a reading as Server-Sent Events. Recorded changes are messages with an id. What a page hears beside them
// (who is here, that it has caught up) has none, so that a reconnecting browser names the last change and nothing else; it goes
// only to a line that takes part in presence, as a page's does. A script's line carries recorded changes alone.

export type StreamOptions = {
  readonly hub: Hub
  readonly actor: Actor
  readonly expiresAt: Date | null
  /** Who listens now; null when they may not any more. */
  readonly renew: () => Promise<Actor | null>
  /** Null: only what is for this person. */
  readonly readingId: string | null
  readonly groupId: string | null
  /** Where to go on. */
  readonly from: EventCursor
  /** The tab's own name for its connection, if it takes part in presence. */
  readonly presence: string | null
  /** Fires when the browser has gone. */
  readonly signal: AbortSignal
  /** Called once when the stream is over, for whatever reason. */
  readonly onEnd: () => void
}

const HEARTBEAT_MS = 15_000
const RETRY_MS = 1_000
const PRESENCE_PAUSE_MS = 150
// A listener who does not read: he may come back and replay.
const MOST_UNREAD_CHUNKS = 2_000

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/** The response that stays open. */
export function eventStream(options: StreamOptions): Response {
  const encoder = new TextEncoder()
  let leave = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (chunk: Uint8Array | string) => {
        if ((controller.desiredSize ?? 0) < -MOST_UNREAD_CHUNKS) return leave()
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      }
      write(`retry: ${RETRY_MS}\nid: ${formatCursor(options.from)}\n\n`)
      leave = connect(options, write, () => controller.close())
      options.signal.addEventListener('abort', () => leave(), { once: true })
    },
    cancel: () => leave(),
  })
  return new Response(body, { headers: HEADERS })
}

function connect(
  { hub, actor, expiresAt, renew, readingId, groupId, from, presence, onEnd }: StreamOptions,
  write: (chunk: Uint8Array | string) => void,
  close: () => void,
): () => void {
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
  const leaveRoom =
    presence === null || readingId === null
      ? () => {}
      : join({ actor, readingId, groupId, presence, write })
  const caughtUp = () => write('event: current\ndata: {}\n\n')
  let left = false
  // A hub that is closed ends a stream while it is being subscribed.
  let unsubscribe = () => {}
  const leave = () => {
    if (left) return
    left = true
    clearInterval(heartbeat)
    leaveRoom()
    unsubscribe()
    onEnd()
    tryClose(close)
  }
  unsubscribe = hub.subscribe(
    {
      actor,
      expiresAt,
      renew,
      readingId,
      groupId,
      send: (frame) => write(frame.bytes()),
      reset: (cursor) => write(`id: ${formatCursor(cursor)}\nevent: reset\ndata: {}\n\n`),
      ...(presence !== null && { caughtUp }),
      end: () => leave(),
    },
    from,
  )
  return leave
}

// The browser may have closed the stream already, which is all that could be wanted here.
function tryClose(close: () => void): void {
  try {
    close()
  } catch {
    return
  }
}

function join({
  actor,
  readingId,
  groupId,
  presence,
  write,
}: Pick<StreamOptions, 'actor' | 'groupId'> & {
  readingId: string
  presence: string
  write: (text: string) => void
}): () => void {
  const room = roomOf(readingId, groupId)
  let pause: NodeJS.Timeout | null = null
  const tellPeople = () => {
    pause = null
    write(`event: presence\ndata: ${JSON.stringify({ people: peopleIn(room) })}\n\n`)
  }
  const changed = () => {
    pause ??= setTimeout(tellPeople, PRESENCE_PAUSE_MS)
  }
  const id = personOf(actor)
  const person =
    id === null || actor.kind !== 'signed-in'
      ? null
      : { id, name: actor.name, sectionId: null, typingIn: null }
  const leave = enter(presence, { room, person, changed })
  changed()
  return () => {
    if (pause) clearTimeout(pause)
    leave()
  }
}
