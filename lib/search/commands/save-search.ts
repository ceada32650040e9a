import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { SaveInput } from '@/lib/search/contract'
import {
  newestEntry,
  SAVED_MAXIMUM,
  type SavedRow,
  savedSearches,
  savedSearchFor,
} from '@/lib/search/queries/saved'

/** Keeps a search. Throws Conflict where somebody keeps as many as there may be. */
export async function saveSearch(actor: SignedIn, input: SaveInput): Promise<SavedRow> {
  const { personId } = actor
  authorize(actor, 'savedSearch.change', { personId })
  if ((await savedSearches(actor)).length >= SAVED_MAXIMUM) {
    throw new Conflict('too-many', `You keep ${SAVED_MAXIMUM} searches. Delete one first.`)
  }
  const at = now()
  const kept = {
    id: newId(),
    personId,
    name: input.name,
    q: input.q,
    kinds: input.in ?? '',
    watchedAt: input.isWatched ? at : null,
    seenEntryId: await newestEntry(),
    createdAt: at,
  }
  await db().savedSearch.createMany({ data: kept })
  return kept
}

/** Keeps a search no longer. */
export async function forgetSearch(actor: SignedIn, id: string): Promise<void> {
  const row = await savedSearchFor(actor, id)
  authorize(actor, 'savedSearch.change', row)
  await db().savedSearch.deleteMany({ where: { id } })
}

/** Wants to be told of what is new in it from now on, or no longer. Twice is as once. */
export async function watchSearch(actor: SignedIn, id: string, isWatched: boolean): Promise<void> {
  const row = await savedSearchFor(actor, id)
  authorize(actor, 'savedSearch.change', row)
  if ((row.watchedAt !== null) === isWatched) return
  const seen = isWatched ? { seenEntryId: await newestEntry() } : {}
  await db().savedSearch.updateMany({
    where: { id },
    data: { watchedAt: isWatched ? now() : null, ...seen },
  })
}
