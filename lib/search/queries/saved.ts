import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'

const savedSelect = {
  id: true,
  personId: true,
  name: true,
  q: true,
  kinds: true,
  watchedAt: true,
  seenEntryId: true,
  createdAt: true,
} satisfies Prisma.SavedSearchSelect

export type SavedRow = Prisma.SavedSearchGetPayload<{ select: typeof savedSelect }>

/** So many searches a person may keep. */
export const SAVED_MAXIMUM = 50

/** The searches that somebody keeps, newest first; there are at most SAVED_MAXIMUM. */
export async function savedSearches({ personId }: SignedIn): Promise<readonly SavedRow[]> {
  return db().savedSearch.findMany({
    where: { personId },
    orderBy: { id: 'desc' },
    take: SAVED_MAXIMUM,
    select: savedSelect,
  })
}

/** One of them. Throws NotFound. */
export async function savedSearchFor(actor: SignedIn, id: string): Promise<SavedRow> {
  const row = isId(id)
    ? await db().savedSearch.findUnique({ where: { id }, select: savedSelect })
    : null
  return requireSight(actor, 'savedSearch.see', row)
}

/** Watched searches of everybody after one of them, at most `limit`, by id. */
export async function watchedSearches(
  after: string | null,
  limit: number,
): Promise<readonly SavedRow[]> {
  return db().savedSearch.findMany({
    where: { watchedAt: { not: null }, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: limit,
    select: savedSelect,
  })
}

/** The newest entry that a search can find; whatever is written later comes after it. Raw SQL: the schema does not know the table. */
export async function newestEntry(): Promise<bigint> {
  const [row] = await db().$queryRaw<{ id: bigint }[]>`
    SELECT COALESCE(max(entry_id), 0)::bigint AS id FROM search.entries`
  return row?.id ?? 0n
}
