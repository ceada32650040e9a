import 'server-only'
import { type Actor, personOf } from '@/lib/policy/actor'
import type { Broadcasts, Concerned } from './news'
import type { OutboxEvent } from './outbox'

// Whom an event is for, and whose rights it changes: as the nouns say it, for the hub, which knows no noun.

/** Whose rights an event changes; null for an event that changes nobody's. */
export function concernedBy(nouns: readonly Broadcasts[], event: OutboxEvent): Concerned | null {
  for (const noun of nouns) {
    const concerned = noun.concerns(event)
    if (concerned) return concerned
  }
  return null
}

/** The one person whom an event is for; null for one that is about a reading. */
export function addresseeOf(nouns: readonly Broadcasts[], event: OutboxEvent): string | null {
  for (const noun of nouns) {
    const personId = noun.addressee(event)
    if (personId !== null) return personId
  }
  return null
}

type Listening = {
  readonly actor: Actor
  readonly listener: { readonly readingId: string | null; readonly groupId: string | null }
}

/** Whether a listener is among those whose rights an event changes. */
export function isConcerned({ actor, listener }: Listening, concerned: Concerned): boolean {
  if ('personId' in concerned) return concerned.personId === personOf(actor)
  if ('readingId' in concerned) return concerned.readingId === listener.readingId
  const isMember = actor.kind === 'signed-in' && actor.memberships.has(concerned.groupId)
  if (listener.readingId === null) return isMember
  return isMember || listener.groupId === null || listener.groupId === concerned.groupId
}
