import { totalOf } from './coverage'
import { kindMeta } from './kind-meta'
import { isNarrowed, type RoomState } from './state'

/** What is shown of the notes, in a few words: "3 of 32 · Oppose"; null while all are. */
export function filterWords(state: RoomState): string | null {
  const { filters, listing, counts } = state
  if (!isNarrowed(filters)) return null
  const found = listing?.coverage
    ? `${totalOf(listing.coverage.counts)} of ${totalOf(counts)}`
    : null
  return [found, ...partsOf(state)].filter((part) => part !== null).join(' · ')
}

function partsOf({ filters, notes, assignment }: RoomState): readonly (string | null)[] {
  const { author, kind, status, tag, mine, unread, circleId } = filters
  const circle = assignment?.circles.find(({ id }) => id === circleId)
  const byThem = [...notes.values()].find((note) => note.author?.id === author)
  return [
    author === undefined ? null : (byThem?.author?.name ?? 'One person'),
    kind === undefined ? null : kindMeta(kind).word,
    status === undefined ? null : status === 'open' ? 'Open' : 'Resolved',
    tag === undefined ? null : `#${tag}`,
    mine ? 'Mine' : null,
    unread ? 'Unread' : null,
    circleId === undefined ? null : (circle?.name ?? 'One circle'),
  ]
}
