import 'server-only'
import { unreadSql } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Place } from '@/lib/library/contents'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { listable } from '@/lib/policy/visible'

// The same counts as tallies.ts gives, note by note: for those few from whom notes are withheld that others see, and as the meaning
// of the tallies. They cost as much as is written in these places.

export type SectionTally = Place & {
  readonly sectionId: string | null
  readonly notes: number
  readonly unread: number
}

/** How many notes, and how many with news for the actor, each section of each place has. One statement. */
export async function countedSections(
  actor: AnyActor,
  places: readonly Place[],
): Promise<readonly SectionTally[]> {
  const personId = personOf(actor)
  return db().$queryRaw<SectionTally[]>`
    SELECT a.reading_id AS "readingId", a.group_id AS "groupId", a.section_id AS "sectionId",
      count(*)::int AS notes, count(*) FILTER (WHERE ${unreadSql(personId)})::int AS unread
    FROM ${notesAt(places)}
      LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${personId}::uuid
    WHERE ${listable(actor)}
    GROUP BY a.reading_id, a.group_id, a.section_id`
}

export type DayTally = Place & {
  /** Days before today; 0 is today. */
  readonly daysAgo: number
  readonly posts: number
}

/** How much was written on each of the last `days` days, today included, in each place. One statement. */
export async function countedDays(
  actor: AnyActor,
  places: readonly Place[],
  { now, days }: { readonly now: Date; readonly days: number },
): Promise<readonly DayTally[]> {
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE 'UTC')::date`
  return db().$queryRaw<DayTally[]>`
    WITH seen AS (
      SELECT a.id, a.reading_id, a.group_id, a.created_at, a.deleted_at
      FROM ${notesAt(places)} WHERE ${listable(actor)}
    ), posts AS (
      SELECT reading_id, group_id, created_at FROM seen WHERE deleted_at IS NULL
      UNION ALL
      SELECT seen.reading_id, seen.group_id, r.created_at
      FROM replies r JOIN seen ON seen.id = r.thread_id WHERE r.deleted_at IS NULL
    )
    SELECT reading_id AS "readingId", group_id AS "groupId", count(*)::int AS posts,
      ${today} - (created_at AT TIME ZONE 'UTC')::date AS "daysAgo"
    FROM posts
    WHERE ${today} - (created_at AT TIME ZONE 'UTC')::date BETWEEN 0 AND ${days - 1}::int
    GROUP BY reading_id, group_id, "daysAgo"`
}

// The notes of places, with the aliases that policy/visible expects.
function notesAt(places: readonly Place[]): Prisma.Sql {
  return Prisma.sql`${placesSql(places)}
    JOIN annotations a ON a.reading_id = s.reading_id AND a.group_id IS NOT DISTINCT FROM s.group_id
    JOIN threads t ON t.id = a.id
    LEFT JOIN groups g ON g.id = a.group_id`
}

/** Places as rows of an alias `s`. */
export function placesSql(places: readonly Place[]): Prisma.Sql {
  const readings = places.map(({ readingId }) => readingId)
  const groups = places.map(({ groupId }) => groupId)
  return Prisma.sql`unnest(${readings}::uuid[], ${groups}::uuid[]) AS s(reading_id, group_id)`
}
