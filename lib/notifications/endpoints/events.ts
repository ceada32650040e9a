import 'server-only'
import { type Admission, visitorOf } from '@/lib/auth/session'
import { Unauthenticated } from '@/lib/errors'
import { eventStream } from '@/lib/events/stream'
import { hub } from '@/lib/live'
import { type Actor, personOf } from '@/lib/policy/actor'
import { cursorFrom } from '@/lib/readings/endpoints/events'
import { takeStreamPlaces } from '@/lib/readings/endpoints/stream-places'

/**
 * The live channel of a person on pages that have none of a reading: that what they are told has changed, and nothing else. Throws
 * Unauthenticated for a guest.
 */
export async function ownStream(
  request: Request,
  ask: () => Promise<Admission>,
): Promise<Response> {
  const from = cursorFrom(request, new URL(request.url).searchParams) ?? (await hub().position())
  const admission = await ask()
  if (admission.actor.kind === 'anonymous') throw new Unauthenticated()
  return eventStream({
    hub: hub(),
    ...admission,
    renew: () => again(ask, admission.actor),
    readingId: null,
    groupId: null,
    from,
    presence: null,
    signal: request.signal,
    onEnd: takeStreamPlaces(admission.actor, visitorOf(request.headers).address),
  })
}

async function again(ask: () => Promise<Admission>, before: Actor): Promise<Actor | null> {
  try {
    const { actor } = await ask()
    return personOf(actor) === personOf(before) ? actor : null
  } catch (error) {
    if (error instanceof Unauthenticated) return null
    throw error
  }
}
