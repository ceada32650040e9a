// What stands on the shelves, in the order that a reader wants it. Pure: rows in, an arrangement out.

/** A reading on a shelf; `groupId` null: outside any group. */
export type Place = { readonly readingId: string; readonly groupId: string | null }

/** Days that a row's line of activity shows, today included. */
export const DAYS_SHOWN = 14

/** One key for a reading on a shelf. */
export function placeKey({ readingId, groupId }: Place): string {
  return `${groupId ?? ''}/${readingId}`
}

export type Candidate = Place & { readonly addedAt: Date }

/** The readings of each shelf: the one where something happened last comes first. A new reading counts from when it came. */
export function byActivity<Item extends Candidate>(
  candidates: readonly Item[],
  lastActivity: ReadonlyMap<string, Date>,
): readonly Item[] {
  const moment = (item: Item) =>
    Math.max(item.addedAt.getTime(), lastActivity.get(placeKey(item))?.getTime() ?? 0)
  return candidates.toSorted(
    (a, b) => moment(b) - moment(a) || (a.readingId < b.readingId ? 1 : -1),
  )
}

/** What follows a reading in an order, at most `limit`; from the beginning when that reading is not there any more. */
export function pageAfter<Item extends Place>(
  items: readonly Item[],
  { after, limit }: { readonly after: string | null; readonly limit: number },
): { readonly items: readonly Item[]; readonly next: string | null } {
  const from = after === null ? 0 : items.findIndex(({ readingId }) => readingId === after) + 1
  const page = items.slice(from, from + limit)
  const last = page.at(-1)
  return { items: page, next: last && from + limit < items.length ? last.readingId : null }
}

/** For each shelf that holds a text of an earlier one: the index of that earlier shelf. */
export function sharedWith(shelves: readonly (readonly Place[])[]): readonly (number | null)[] {
  const first = new Map<string, number>()
  return shelves.map((shelf, index) => {
    const shared = shelf
      .map(({ readingId }) => first.get(readingId))
      .find((earlier) => earlier !== undefined)
    for (const { readingId } of shelf) {
      if (!first.has(readingId)) first.set(readingId, index)
    }
    return shared ?? null
  })
}

/** Items by a key, in their order. Map.groupBy says the same, but not to every Node that we run on. */
export function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
