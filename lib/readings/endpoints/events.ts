import 'server-only'
import { type Admission, visitorOf } from '@/lib/auth/session'
import { Malformed, NotFound, Unauthenticated } from '@/lib/errors'
import { type EventCursor, parseCursor } from '@/lib/events/cursor'
import { eventStream } from '@/lib/events/stream'
import { isId } from '@/lib/ids'
import { hub } from '@/lib/live'
import { type Actor, personOf } from '@/lib/policy/actor'
import { groupNamed, readingFor } from '@/lib/readings/queries/readings'
import { takeStreamPlaces } from './stream-places'

/**
 * The live channel of a reading: `?groupId=` for one shelf, `?presence=<uuid>` to take part in who is here, `?after=` a cursor that was
 * taken before the page was made, so that nothing between is missed; a Last-Event-ID goes before it. Who listens is asked at
 * the beginning, and again whenever an event says that their rights may have changed.
 */
export async function readingStream(
  request: Request,
  id: string,
  ask: () => Promise<Admission>,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  const after = cursorFrom(request, query)
  // Before the rights are read: what changes them from then on comes over the stream.
  const from = after ?? (await hub().position())
  const visit = () => visitFrom(ask, id, query.get('groupId'))
  const { admission, readingId, groupId } = await visit()
  return eventStream({
    hub: hub(),
    ...admission,
    renew: () => again(visit, admission.actor),
    readingId,
    groupId,
    from,
    presence: presenceFrom(query.get('presence')),
    signal: request.signal,
    onEnd: takeStreamPlaces(admission.actor, visitorOf(request.headers).address),
  })
}

/** Where a stream goes on, as its address or its browser says; null: from now. Throws Malformed. */
export function cursorFrom(request: Request, query: URLSearchParams): EventCursor | null {
  const last = request.headers.get('last-event-id') || query.get('after')
  if (!last) return null
  const after = parseCursor(last)
  if (after) return after
  throw new Malformed('last-event-id', 'This cursor is not one that the stream gave.')
}

type Visit = {
  readonly admission: Admission
  readonly readingId: string
  readonly groupId: string | null
}

async function visitFrom(
  ask: () => Promise<Admission>,
  id: string,
  groupId: string | null,
): Promise<Visit> {
  const admission = await ask()
  const reading = await readingFor(admission.actor, id)
  return {
    admission,
    readingId: reading.id,
    groupId: groupNamed(admission.actor, reading, groupId),
  }
}

// Null for whoever is somebody else now, or may not read here any more.
async function again(visit: () => Promise<Visit>, before: Actor): Promise<Actor | null> {
  try {
    const { actor } = (await visit()).admission
    return personOf(actor) === personOf(before) ? actor : null
  } catch (error) {
    if (error instanceof NotFound || error instanceof Unauthenticated) return null
    throw error
  }
}

function presenceFrom(connection: string | null): string | null {
  return connection !== null && isId(connection) ? connection : null
}
