import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Place } from '@/lib/library/contents'
import { type AnyActor, personOf, roleIn } from '@/lib/policy/actor'
import { readingsVisibleSql, visibleTo } from '@/lib/policy/visible'

// What stands where. Every statement is asked once for the whole library, and costs as much as is shown of it.

const groupSelect = {
  id: true,
  kind: true,
  name: true,
  slug: true,
  deletedAt: true,
} satisfies Prisma.GroupSelect

export type LibraryGroup = Prisma.GroupGetPayload<{ select: typeof groupSelect }>

// A library beyond these is browsed by search and by group.
const GROUPS_MAXIMUM = 500
const FOUND_MAXIMUM = 5000

/** The groups whose shelves an actor sees in the order of the library: one's own closed ones, one's own open ones, those of others. */
export async function libraryGroups(actor: AnyActor): Promise<readonly LibraryGroup[]> {
  const groups = await db().group.findMany({
    where: visibleTo(actor).groups,
    orderBy: { id: 'asc' },
    take: GROUPS_MAXIMUM,
    select: groupSelect,
  })
  const rank = ({ id, kind }: LibraryGroup) =>
    roleIn(actor, id) === null ? 2 : kind === 'public' ? 1 : 0
  return groups.toSorted((a, b) => rank(a) - rank(b))
}

/** How many people are in each of these groups. */
export async function peopleIn(groupIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db().membership.groupBy({
    by: ['groupId'],
    where: { groupId: { in: [...groupIds] } },
    _count: { _all: true },
  })
  return new Map(rows.map(({ groupId, _count }) => [groupId, _count._all]))
}

export type Shelved = Place & {
  readonly slug: string
  readonly title: string
  readonly genre: string
  readonly authors: readonly string[]
  readonly revisionId: string | null
  readonly revision: number
  readonly words: number
}

/** What is wanted of the shelves: of each the readings written on last, some of them alone, or what follows one. */
export type Wanted = {
  readonly limit: number
  /** What follows this reading. */
  readonly after: string | null
  /** These alone; null: all. */
  readonly only: readonly string[] | null
}

const READING = Prisma.sql`r.id AS "readingId", r.slug, r.title, r.genre, COALESCE(r.authors, ARRAY[]::text[]) AS authors,
  r.current_revision_id AS "revisionId", COALESCE(v.number, 1) AS revision, COALESCE(v.words, 0) AS words`

function among(only: readonly string[] | null): Prisma.Sql {
  return only === null ? Prisma.sql`TRUE` : Prisma.sql`r.id = ANY(${[...only]}::uuid[])`
}

/** What stands on the shelves of these groups and may be seen, of each what was written on last. One statement. */
export async function shelvedReadings(
  actor: AnyActor,
  groupIds: readonly string[],
  { limit, after, only }: Wanted,
): Promise<readonly Shelved[]> {
  if (groupIds.length === 0) return []
  const follows =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(s.active_at, s.reading_id) < (SELECT f.active_at, f.reading_id FROM shelves f
          WHERE f.group_id = s.group_id AND f.reading_id = ${after}::uuid)`
  return db().$queryRaw<Shelved[]>`
    SELECT o.group_id AS "groupId", ${READING}
    FROM unnest(${[...groupIds]}::uuid[]) WITH ORDINALITY AS g(id, n) CROSS JOIN LATERAL (
      SELECT s.group_id, s.reading_id, s.active_at FROM shelves s JOIN readings r ON r.id = s.reading_id
      WHERE s.group_id = g.id AND ${readingsVisibleSql(actor)} AND ${among(only)} AND ${follows}
      ORDER BY s.active_at DESC, s.reading_id DESC LIMIT ${limit}
    ) o JOIN readings r ON r.id = o.reading_id LEFT JOIN revisions v ON v.id = r.current_revision_id
    ORDER BY g.n, o.active_at DESC, o.reading_id DESC`
}

/**
 * Readings that the actor may see and that stand on no shelf of these groups: one's own, and what is public without a group. What was
 * written on last comes first. One statement.
 */
export async function looseReadings(
  actor: AnyActor,
  groupIds: readonly string[],
  { limit, only }: Wanted,
): Promise<readonly Shelved[]> {
  return db().$queryRaw<Shelved[]>`
    SELECT NULL::uuid AS "groupId", ${READING}
    FROM readings r LEFT JOIN revisions v ON v.id = r.current_revision_id
      LEFT JOIN tallies.loose l ON l.reading_id = r.id
    WHERE ${isLoose(actor, groupIds)} AND ${among(only)}
    ORDER BY GREATEST(r.created_at, l.active_at) DESC, r.id DESC LIMIT ${limit}`
}

function isLoose(actor: AnyActor, groupIds: readonly string[]): Prisma.Sql {
  const me = personOf(actor)
  return Prisma.sql`(r.visibility = 'public' OR r.owner_id = ${me}::uuid) AND ${readingsVisibleSql(actor)}
    AND NOT EXISTS (SELECT 1 FROM shelves s WHERE s.reading_id = r.id AND s.group_id = ANY(${[...groupIds]}::uuid[]))`
}

/** How many readings are counted on a shelf: one with more has more. */
export const COUNTED_MAXIMUM = 1000

/** How many readings stand on each of these shelves that the actor may see; no further than is counted. One statement. */
export async function shelfTotals(
  actor: AnyActor,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (groupIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ groupId: string; total: number }[]>`
    SELECT g.id AS "groupId", c.total FROM unnest(${[...groupIds]}::uuid[]) AS g(id) CROSS JOIN LATERAL (
      SELECT count(*)::int AS total FROM (SELECT 1 FROM shelves s JOIN readings r ON r.id = s.reading_id
        WHERE s.group_id = g.id AND ${readingsVisibleSql(actor)} LIMIT ${COUNTED_MAXIMUM + 1}) seen
    ) c`
  return new Map(rows.map(({ groupId, total }) => [groupId, total]))
}

/** Which of these groups have anything on their shelves. One statement. */
export async function withReadings(groupIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (groupIds.length === 0) return new Set()
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT g.id FROM unnest(${[...groupIds]}::uuid[]) AS g(id)
    WHERE EXISTS (SELECT 1 FROM shelves s JOIN readings r ON r.id = s.reading_id AND r.deleted_at IS NULL
      WHERE s.group_id = g.id)`
  return new Set(rows.map(({ id }) => id))
}

export type Named = Place & { readonly title: string; readonly authors: readonly string[] }

/** Titles and authors of all that stands on these shelves or on none, to look for words in: as many as are looked through. */
export async function namedReadings(
  actor: AnyActor,
  groupIds: readonly string[],
): Promise<readonly Named[]> {
  return db().$queryRaw<Named[]>`
    (SELECT s.group_id AS "groupId", r.id AS "readingId", r.title, COALESCE(r.authors, ARRAY[]::text[]) AS authors
      FROM shelves s JOIN readings r ON r.id = s.reading_id
      WHERE s.group_id = ANY(${[...groupIds]}::uuid[]) AND ${readingsVisibleSql(actor)}
      ORDER BY s.active_at DESC LIMIT ${FOUND_MAXIMUM})
    UNION ALL
    (SELECT NULL::uuid, r.id, r.title, COALESCE(r.authors, ARRAY[]::text[]) FROM readings r WHERE ${isLoose(actor, groupIds)}
      ORDER BY r.created_at DESC LIMIT ${FOUND_MAXIMUM})`
}

export type SectionRow = {
  readonly revisionId: string
  readonly sectionId: string
  readonly title: string
  readonly start: number
  readonly end: number
}

/** The sections of these revisions, in order. */
export async function sectionsOf(revisionIds: readonly string[]): Promise<readonly SectionRow[]> {
  return db().revisionSection.findMany({
    where: { revisionId: { in: [...revisionIds] } },
    orderBy: [{ revisionId: 'asc' }, { ordinal: 'asc' }],
    select: { revisionId: true, sectionId: true, title: true, start: true, end: true },
  })
}

export type Face = { readonly groupId: string; readonly id: string; readonly name: string }

// Who wrote the last few dozen notes of a group; a group in which little is written is shown by who joined first.
const LOOKED_AT = 60

/**
 * A few people of each of these groups, which are the actor's own: those who wrote there last. What is written for assignments does not
 * count: that somebody wrote may be withheld still. One statement.
 */
export async function facesOf(groupIds: readonly string[], few: number): Promise<readonly Face[]> {
  return db().$queryRaw<Face[]>`
    SELECT g.id AS "groupId", f.id, f.name FROM unnest(${[...groupIds]}::uuid[]) AS g(id)
    CROSS JOIN LATERAL (
      SELECT p.id, p.name, min(c.n) AS n FROM (
        (SELECT w.author_id AS person_id, row_number() OVER (ORDER BY w.id DESC) AS n FROM (
          SELECT a.id, a.author_id, a.visibility, a.assignment_id FROM annotations a WHERE a.group_id = g.id
          ORDER BY a.id DESC LIMIT ${LOOKED_AT}) w WHERE w.visibility <> 'private' AND w.assignment_id IS NULL)
        UNION ALL
        (SELECT j.person_id, ${LOOKED_AT} + row_number() OVER (ORDER BY j.joined_at) FROM (
          SELECT m.person_id, m.joined_at FROM memberships m WHERE m.group_id = g.id
          ORDER BY m.joined_at LIMIT ${LOOKED_AT}) j)
      ) c JOIN memberships m ON m.group_id = g.id AND m.person_id = c.person_id
        JOIN people p ON p.id = c.person_id AND p.disabled_at IS NULL
      GROUP BY p.id ORDER BY min(c.n) LIMIT ${few}
    ) f ORDER BY g.id, f.n`
}

export type Stopped = Place & {
  readonly at: Date
  readonly offset: number
  readonly slug: string
  readonly title: string
  readonly revisionId: string
  /** The text as far as a little beyond the offset. */
  readonly text: string
}

// Code points taken beyond the offset, which counts UTF-16 units: never fewer than what an excerpt needs.
const BEYOND = 400

/** Where the actor stopped reading last, in a reading that one may still see; null when nowhere. */
export async function stoppedLast(actor: AnyActor): Promise<Stopped | null> {
  const personId = personOf(actor)
  if (personId === null) return null
  const place = await db().readingPosition.findFirst({
    where: { personId, reading: visibleTo(actor).readings },
    orderBy: { at: 'desc' },
    select: { readingId: true },
  })
  if (place === null) return null
  const [row] = await db().$queryRaw<Stopped[]>`
    SELECT s.reading_id AS "readingId", s.group_id AS "groupId", s.at, s."offset", r.slug, r.title,
      v.id AS "revisionId", left(v.text, s."offset" + ${BEYOND}) AS text
    FROM reading_positions s JOIN readings r ON r.id = s.reading_id
      JOIN revisions v ON v.id = r.current_revision_id
    WHERE s.person_id = ${personId}::uuid AND s.reading_id = ${place.readingId}::uuid`
  return row ?? null
}
