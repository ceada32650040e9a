import 'server-only'
import { visitorOf } from '@/lib/auth/session'
import { Malformed, NotFound } from '@/lib/errors'
import { parseCursor } from '@/lib/events/cursor'
import { eventStream } from '@/lib/events/stream'
import { isId } from '@/lib/ids'
import { hub } from '@/lib/live'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { type ReadingRow, readingFor } from '@/lib/readings/queries/readings'
import { takeStreamPlaces } from './stream-places'

/** The live channel of a reading: `?groupId=` for one shelf, `?presence=<uuid>` to take part in who is here. */
export async function readingStream(actor: Actor, id: string, request: Request): Promise<Response> {
  const reading = await readingFor(actor, id)
  const query = new URL(request.url).searchParams
  const last = request.headers.get('last-event-id')
  const after = last === null || last === '' ? null : parseCursor(last)
  if (last && after === null) {
    throw new Malformed('last-event-id', 'This Last-Event-ID is not one that the stream gave.')
  }
  const groupId = groupFrom(actor, reading, query.get('groupId'))
  const presence = presenceFrom(query.get('presence'))
  const onEnd = takeStreamPlaces(actor, visitorOf(request.headers).address)
  const place = { hub: hub(), actor, readingId: reading.id, groupId, after, presence, onEnd }
  try {
    return await eventStream({ ...place, signal: request.signal })
  } catch (error) {
    onEnd()
    throw error
  }
}

function groupFrom(actor: Actor, reading: ReadingRow, groupId: string | null): string | null {
  if (groupId === null) return null
  const shelf = reading.shelves.find(({ group }) => group.id === groupId)
  if (!shelf || !can(actor, 'group.see', shelf.group)) throw new NotFound()
  return groupId
}

function presenceFrom(connection: string | null): string | null {
  return connection !== null && isId(connection) ? connection : null
}
