import 'server-only'
import { actorsById } from '@/lib/auth/actor-query'
import { transaction } from '@/lib/db/client'
import { PublicError } from '@/lib/errors'
import { notify } from '@/lib/events/notify'
import type { SignedIn } from '@/lib/policy/actor'
import { SEARCH_KINDS } from '@/lib/search/contract'
import { findEverywhere } from '@/lib/search/queries/find'
import { newestEntry, type SavedRow, watchedSearches } from '@/lib/search/queries/saved'
import { parseQuery } from '@/lib/search/query'

const PAGE = 200
const COUNTED = 20

/**
 * Tells people of what is new in the searches that they watch, of which they may see it now. Two statements a search. May run again:
 * nobody is told twice.
 */
export async function watchSearches(now: Date): Promise<void> {
  const upTo = await newestEntry()
  let after: string | null = null
  for (;;) {
    const page: readonly SavedRow[] = await watchedSearches(after, PAGE)
    const people = await actorsById([...new Set(page.map(({ personId }) => personId))])
    const byId = new Map(people.map((person) => [person.personId, person]))
    for (const row of page) {
      const person = byId.get(row.personId)
      if (person && row.seenEntryId < upTo) await tellOf(person, row, { upTo, now })
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.id
  }
}

async function tellOf(
  person: SignedIn,
  { id, name, q, kinds, seenEntryId }: SavedRow,
  { upTo, now }: { readonly upTo: bigint; readonly now: Date },
): Promise<void> {
  const count = await countNew(person, { q, kinds, since: seenEntryId })
  await transaction(async (tx) => {
    const { count: changed } = await tx.savedSearch.updateMany({
      where: { id, seenEntryId },
      data: { seenEntryId: upTo },
    })
    if (changed === 0 || count === 0) return
    await notify(tx, {
      personId: person.personId,
      kind: 'search.found',
      subjectId: id,
      eventKey: `search/${id}/${upTo}`,
      particulars: { title: name, count, q, in: kinds },
      at: now,
    })
  })
}

// Somebody's own words are no news to them.
async function countNew(
  person: SignedIn,
  {
    q,
    kinds: named,
    since,
  }: { readonly q: string; readonly kinds: string; readonly since: bigint },
): Promise<number> {
  const query = parseQuery(q)
  const kinds = SEARCH_KINDS.filter((kind) => named.split(',').includes(kind))
  try {
    const { items } = await findEverywhere(person, {
      query,
      kinds,
      sort: 'newest',
      since,
      limit: COUNTED,
    })
    return items.filter(({ authorId }) => authorId !== person.personId).length
  } catch (error) {
    // A filter that was kept and cannot be read finds nothing.
    if (error instanceof PublicError) return 0
    throw error
  }
}
