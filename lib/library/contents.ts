// What stands on the shelves, in the order that a reader wants it. Pure: rows in, an arrangement out.

/** A reading on a shelf; `groupId` null: outside any group. */
export type Place = { readonly readingId: string; readonly groupId: string | null }

/** Days that a row's line of activity shows, today included. */
export const DAYS_SHOWN = 14

/** One key for a reading on a shelf. */
export function placeKey({ readingId, groupId }: Place): string {
  return `${groupId ?? ''}/${readingId}`
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
