import 'server-only'
import { standingSql } from '@/lib/auth/standing'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Place } from '@/lib/library/contents'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { visibleTo } from '@/lib/policy/visible'

// What stands where. Every statement is asked once for the whole library, however many readings it shows.

const groupSelect = {
  id: true,
  kind: true,
  name: true,
  slug: true,
  deletedAt: true,
  _count: { select: { memberships: true } },
} satisfies Prisma.GroupSelect

export type LibraryGroup = Prisma.GroupGetPayload<{ select: typeof groupSelect }>

const readingSelect = {
  id: true,
  slug: true,
  title: true,
  genre: true,
  authors: true,
  createdAt: true,
  currentRevisionId: true,
  currentRevision: { select: { number: true, words: true } },
} satisfies Prisma.ReadingSelect

type LibraryReading = Prisma.ReadingGetPayload<{ select: typeof readingSelect }>

export type Shelved = Place & { readonly addedAt: Date; readonly reading: LibraryReading }

// A library beyond these is browsed by search and by group.
const GROUPS_MAXIMUM = 200
const SHELVED_MAXIMUM = 5000

/** The groups whose shelves an actor sees: his own and the public ones, oldest first. */
export async function libraryGroups(actor: AnyActor): Promise<readonly LibraryGroup[]> {
  return db().group.findMany({
    where: visibleTo(actor).groups,
    orderBy: { id: 'asc' },
    take: GROUPS_MAXIMUM,
    select: groupSelect,
  })
}

/** What stands on the shelves of these groups and may be seen, the newest first. */
export async function shelvedReadings(
  actor: AnyActor,
  groupIds: readonly string[],
): Promise<readonly Shelved[]> {
  return db().shelf.findMany({
    where: {
      groupId: { in: [...groupIds] },
      group: visibleTo(actor).groups,
      reading: visibleTo(actor).readings,
    },
    orderBy: [{ addedAt: 'desc' }, { readingId: 'desc' }],
    take: SHELVED_MAXIMUM,
    select: {
      groupId: true,
      readingId: true,
      addedAt: true,
      reading: { select: readingSelect },
    },
  })
}

/** Readings that the actor may see and that stand on no shelf of these groups: his own, and what is public without a group. */
export async function looseReadings(
  actor: AnyActor,
  groupIds: readonly string[],
): Promise<readonly Shelved[]> {
  const rows = await db().reading.findMany({
    where: {
      AND: [visibleTo(actor).readings, { shelves: { none: { groupId: { in: [...groupIds] } } } }],
    },
    orderBy: { id: 'desc' },
    take: SHELVED_MAXIMUM,
    select: readingSelect,
  })
  return rows.map((reading) => ({
    readingId: reading.id,
    groupId: null,
    addedAt: reading.createdAt,
    reading,
  }))
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

/** A few people of each of these groups, which are the actor's own: those who wrote there last. One statement. */
export async function facesOf(groupIds: readonly string[], few: number): Promise<readonly Face[]> {
  return db().$queryRaw<Face[]>`
    SELECT "groupId", id, name FROM (
      SELECT m.group_id AS "groupId", p.id, p.name,
        row_number() OVER (PARTITION BY m.group_id ORDER BY w.at DESC NULLS LAST, m.joined_at) AS n
      FROM memberships m
        JOIN people p ON p.id = m.person_id AND ${standingSql()}
        LEFT JOIN (
          SELECT group_id, author_id, max(created_at) AS at FROM annotations
          WHERE group_id = ANY(${[...groupIds]}::uuid[]) AND visibility <> 'private'
          GROUP BY group_id, author_id
        ) w ON w.group_id = m.group_id AND w.author_id = m.person_id
      WHERE m.group_id = ANY(${[...groupIds]}::uuid[])
    ) ranked WHERE n <= ${few}`
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

/** Where the actor stopped reading last, in a reading that he may still see; null when nowhere. */
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
