import 'server-only'
import {
  byActivity,
  DAYS_SHOWN,
  groupedBy,
  type Place,
  pageAfter,
  placeKey,
} from '@/lib/library/contents'
import { matchesQuery } from '@/lib/library/matches'
import { type AnyActor, roleIn } from '@/lib/policy/actor'
import {
  type Face,
  facesOf,
  type LibraryGroup,
  libraryGroups,
  looseReadings,
  type SectionRow,
  type Shelved,
  type Stopped,
  sectionsOf,
  shelvedReadings,
  stoppedLast,
} from './places'
import {
  type DayTally,
  dayTallies,
  type LastActivity,
  lastActivities,
  type PostRow,
  postsById,
  type SectionTally,
  sectionTallies,
} from './tallies'

export type LibraryQuery = {
  /** Words of titles and authors; empty: everything. */
  readonly words: string
  /** The slug of a group: its whole shelf alone. */
  readonly shelf: string | null
  /** With `shelf`: what follows this reading. */
  readonly after: string | null
  readonly now: Date
}

export type ShelfRows = {
  /** Null: readings outside any group. */
  readonly group: LibraryGroup | null
  readonly rows: readonly Shelved[]
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
  readonly facts: RowFacts
  readonly faces: readonly Face[]
  readonly stopped: Stopped | null
  readonly readings: number
}

const ON_A_SHELF = 20
const ON_A_PAGE = 50
const FACES = 3

/** The library: what an actor sees on which shelf, and what goes on there. Ten statements, whatever it holds. */
export async function libraryFor(actor: AnyActor, query: LibraryQuery): Promise<LibraryRows> {
  const groups = await libraryGroups(actor)
  const groupIds = groups.map(({ id }) => id)
  const [shelved, loose, stopped] = await Promise.all([
    shelvedReadings(actor, groupIds),
    looseReadings(actor, groupIds),
    stoppedLast(actor),
  ])
  const all = [...shelved, ...loose]
  const found = all.filter(({ reading }) => matchesQuery(reading, query.words))
  const activities = new Map(
    (await lastActivities(actor, found)).map((row) => [placeKey(row), row]),
  )
  const shelves = shelvesOf(actor, { groups, found, activities, query })
  const shown = shelves.flatMap(({ rows }) => rows)
  const revisions = [...shown.map(({ reading }) => reading.currentRevisionId), stopped?.revisionId]
  const [facts, faces] = await Promise.all([
    rowFacts(actor, { shown, revisions: revisions.filter(isPresent), activities, now: query.now }),
    facesOf(
      groupIds.filter((id) => roleIn(actor, id) !== null),
      FACES,
    ),
  ])
  const readings = new Set(all.map(({ readingId }) => readingId)).size
  return { groups, shelves, facts, faces, stopped, readings }
}

type Found = {
  readonly groups: readonly LibraryGroup[]
  readonly found: readonly Shelved[]
  readonly activities: ReadonlyMap<string, LastActivity>
  readonly query: LibraryQuery
}

/** One's own groups, also empty ones unless something is looked for, then the public ones, then what is in no group. */
function shelvesOf(actor: AnyActor, { groups, found, activities, query }: Found): ShelfRows[] {
  const moments = new Map([...activities].map(([key, { at }]) => [key, at]))
  const ordered = groupedBy(byActivity(found, moments), ({ groupId }) => groupId)
  const own = groups.filter(({ id }) => roleIn(actor, id) !== null)
  const closed = own.filter(({ kind }) => kind !== 'public')
  const open = own.filter(({ kind }) => kind === 'public')
  const others = groups.filter(({ id }) => roleIn(actor, id) === null && ordered.has(id))
  return [...closed, ...open, ...others, null]
    .filter((group) => query.shelf === null || group?.slug === query.shelf)
    .map((group) => shelfRows(group, ordered.get(group?.id ?? null) ?? [], query))
    .filter(({ group, total }) => total > 0 || (group !== null && query.words === ''))
}

function shelfRows(
  group: LibraryGroup | null,
  items: readonly Shelved[],
  { shelf, after }: LibraryQuery,
): ShelfRows {
  const { items: rows, next } =
    shelf === null
      ? pageAfter(items, { after: null, limit: ON_A_SHELF })
      : pageAfter(items, { after, limit: ON_A_PAGE })
  return { group, rows, total: items.length, next }
}

type Shown = {
  readonly shown: readonly Place[]
  readonly revisions: readonly string[]
  readonly activities: ReadonlyMap<string, LastActivity>
  readonly now: Date
}

async function rowFacts(
  actor: AnyActor,
  { shown, revisions, activities, now }: Shown,
): Promise<RowFacts> {
  const posts = shown.map((place) => activities.get(placeKey(place))?.postId).filter(isPresent)
  const [sections, tallies, days, last] = await Promise.all([
    sectionsOf(revisions),
    sectionTallies(actor, shown),
    dayTallies(actor, shown, { now, days: DAYS_SHOWN }),
    postsById(posts),
  ])
  return {
    sections: groupedBy(sections, ({ revisionId }) => revisionId),
    tallies: groupedBy(tallies, placeKey),
    days: groupedBy(days, placeKey),
    activities,
    posts: new Map(last.map((post) => [post.id, post])),
  }
}

function isPresent<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
