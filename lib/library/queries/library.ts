import 'server-only'
import { groupedBy } from '@/lib/grouped'
import { isId } from '@/lib/ids'
import { DAYS_SHOWN, type Place, placeKey } from '@/lib/library/contents'
import { matchesQuery } from '@/lib/library/matches'
import { type AnyActor, roleIn } from '@/lib/policy/actor'
import type { DayTally, SectionTally } from './counted'
import {
  type Face,
  facesOf,
  type LibraryGroup,
  libraryGroups,
  looseReadings,
  namedReadings,
  peopleIn,
  type SectionRow,
  type Shelved,
  type Stopped,
  sectionsOf,
  shelfTotals,
  shelvedReadings,
  stoppedLast,
  withReadings,
} from './places'
import {
  dayTallies,
  type LastActivity,
  lastActivities,
  type PostRow,
  postsById,
  sectionTallies,
} from './tallies'

export type LibraryQuery = {
  /** Words of titles and authors; empty: everything. */
  readonly words: string
  /** The slug of a group: its whole shelf alone. */
  readonly shelf: string | null
  /** With `shelf`: what follows this reading. */
  readonly after: string | null
  /** The slug of the group that a page of shelves begins with; null: the first page. */
  readonly from: string | null
  readonly now: Date
}

export type ShelfRows = {
  /** Null: readings outside any group. */
  readonly group: LibraryGroup | null
  readonly people: number
  readonly rows: readonly Shelved[]
  /** No further than COUNTED_MAXIMUM; one more than that says that there are more. */
  readonly total: number
  /** After which reading the rest begins; null when all are here. */
  readonly next: string | null
}

/** What was read for the rows of a library, by place, and sections by revision. */
export type RowFacts = {
  readonly sections: ReadonlyMap<string, readonly SectionRow[]>
  readonly tallies: ReadonlyMap<string, readonly SectionTally[]>
  readonly days: ReadonlyMap<string, readonly DayTally[]>
  readonly activities: ReadonlyMap<string, LastActivity>
  readonly posts: ReadonlyMap<string, PostRow>
}

export type LibraryRows = {
  readonly groups: readonly LibraryGroup[]
  readonly shelves: readonly ShelfRows[]
  /** The slug of the group that the next page of shelves begins with; null on the last page. */
  readonly nextShelves: string | null
  readonly facts: RowFacts
  readonly faces: readonly Face[]
  readonly stopped: Stopped | null
}

// A page of the library shows so many rows, however they are spread over its shelves; so its size is bounded.
const SHELVES_ON_A_PAGE = 8
const ROWS_ON_A_PAGE = 32
const ROWS_OF_A_SHELF = 20
const ROWS_OF_ONE_SHELF = 30
const FACES = 3

/** The library: what an actor sees on which shelf, and what goes on there. A dozen statements, whatever it holds. */
export async function libraryFor(actor: AnyActor, query: LibraryQuery): Promise<LibraryRows> {
  const groups = await libraryGroups(actor)
  const all = groups.map(({ id }) => id)
  const found = query.words === '' ? null : await foundIn(actor, all, query.words)
  const { page, nextShelves } = await pageOfShelves(actor, groups, { query, found })
  const [shelves, stopped] = await Promise.all([
    shelvesOf(actor, page, { groupIds: all, query, found }),
    stoppedLast(actor),
  ])
  const shown = shelves.flatMap(({ rows }) => rows)
  const revisions = [...shown.map(({ revisionId }) => revisionId), stopped?.revisionId]
  const own = page.flatMap((group) =>
    group !== null && roleIn(actor, group.id) !== null ? [group.id] : [],
  )
  const [facts, faces] = await Promise.all([
    rowFacts(actor, { shown, revisions: revisions.filter(isPresent), now: query.now }),
    facesOf(own, FACES),
  ])
  return { groups, shelves, nextShelves, facts, faces, stopped }
}

type Found = ReadonlyMap<string | null, readonly string[]>

async function foundIn(
  actor: AnyActor,
  groupIds: readonly string[],
  words: string,
): Promise<Found> {
  const named = await namedReadings(actor, groupIds)
  const hits = groupedBy(
    named.filter((reading) => matchesQuery(reading, words)),
    ({ groupId }) => groupId,
  )
  return new Map([...hits].map(([id, places]) => [id, places.map(({ readingId }) => readingId)]))
}

type Looked = { readonly query: LibraryQuery; readonly found: Found | null }

/**
 * The shelves of one page: one's own groups, also empty ones unless something is looked for, then those of others that hold anything,
 * then, null, what is in no group.
 */
async function pageOfShelves(
  actor: AnyActor,
  groups: readonly LibraryGroup[],
  { query, found }: Looked,
): Promise<{ page: readonly (LibraryGroup | null)[]; nextShelves: string | null }> {
  if (query.shelf !== null) {
    return { page: groups.filter(({ slug }) => slug === query.shelf), nextShelves: null }
  }
  const others = groups.filter(({ id }) => roleIn(actor, id) === null).map(({ id }) => id)
  const filled = found ?? (await withReadings(others))
  const listed = groups.filter(
    ({ id }) => filled.has(id) || (found === null && roleIn(actor, id) !== null),
  )
  const start = Math.max(
    0,
    listed.findIndex(({ slug }) => slug === query.from),
  )
  const end = start + SHELVES_ON_A_PAGE
  const next = listed[end] ?? null
  const page = listed.slice(start, end)
  return { page: next === null ? [...page, null] : page, nextShelves: next?.slug ?? null }
}

type Wish = Looked & { readonly groupIds: readonly string[] }

async function shelvesOf(
  actor: AnyActor,
  page: readonly (LibraryGroup | null)[],
  { groupIds, query, found }: Wish,
): Promise<ShelfRows[]> {
  const ids = page.flatMap((group) => group?.id ?? [])
  const limit = query.shelf === null ? rowsOfEach(ids.length) : ROWS_OF_ONE_SHELF
  const after = query.shelf !== null && isId(query.after ?? '') ? query.after : null
  const only = found === null ? null : [...found.values()].flat()
  const wanted = { limit: limit + 1, after, only }
  const [shelved, loose, totals, people] = await Promise.all([
    shelvedReadings(actor, ids, wanted),
    page.includes(null) ? looseReadings(actor, groupIds, wanted) : [],
    found === null ? shelfTotals(actor, ids) : null,
    peopleIn(ids),
  ])
  const rows = groupedBy([...shelved, ...loose], ({ groupId }) => groupId)
  return page
    .map((group): ShelfRows => {
      const items = rows.get(group?.id ?? null) ?? []
      const total = found?.get(group?.id ?? null)?.length ?? totals?.get(group?.id ?? '')
      return {
        group,
        people: people.get(group?.id ?? '') ?? 0,
        rows: items.slice(0, limit),
        total: total ?? items.length,
        next: items.length > limit ? (items[limit - 1]?.readingId ?? null) : null,
      }
    })
    .filter(({ group, rows: { length } }) => length > 0 || (group !== null && found === null))
}

function rowsOfEach(shelves: number): number {
  return Math.min(ROWS_OF_A_SHELF, Math.floor(ROWS_ON_A_PAGE / Math.max(1, shelves)))
}

type Shown = {
  readonly shown: readonly Place[]
  readonly revisions: readonly string[]
  readonly now: Date
}

async function rowFacts(actor: AnyActor, { shown, revisions, now }: Shown): Promise<RowFacts> {
  const [sections, tallies, days, activities] = await Promise.all([
    sectionsOf(revisions),
    sectionTallies(actor, shown),
    dayTallies(actor, shown, { now, days: DAYS_SHOWN }),
    lastActivities(actor, shown),
  ])
  const posts = await postsById(
    actor,
    activities.map(({ postId }) => postId),
  )
  return {
    sections: groupedBy(sections, ({ revisionId }) => revisionId),
    tallies: groupedBy(tallies, placeKey),
    days: groupedBy(days, placeKey),
    activities: new Map(activities.map((row) => [placeKey(row), row])),
    posts: new Map(posts.map((post) => [post.id, post])),
  }
}

function isPresent<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
