import 'server-only'
import { unreadSql } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { NoteKind } from '@/lib/library/activity-words'
import type { Place } from '@/lib/library/contents'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { listable } from '@/lib/policy/visible'

// What was written there. Every statement is asked once for the whole library, however many readings it shows.

export type LastActivity = Place & {
  readonly at: Date
  readonly threadId: string
  readonly postId: string
}

/** For each of these places, the thread where something was last written that the actor may see. One statement. */
export async function lastActivities(
  actor: AnyActor,
  places: readonly Place[],
): Promise<readonly LastActivity[]> {
  return db().$queryRaw<LastActivity[]>`
    SELECT DISTINCT ON (a.reading_id, a.group_id) a.reading_id AS "readingId",
      a.group_id AS "groupId", t.last_activity_at AS at, t.id AS "threadId",
      t.last_post_id AS "postId"
    FROM ${notesAt(places)}
    WHERE ${seenBy(actor)}
    ORDER BY a.reading_id, a.group_id, t.last_activity_at DESC, t.id DESC`
}

export type SectionTally = Place & {
  readonly sectionId: string | null
  readonly notes: number
  readonly unread: number
}

/** How many notes, and how many with news for the actor, each section of each place has. One statement. */
export async function sectionTallies(
  actor: AnyActor,
  places: readonly Place[],
): Promise<readonly SectionTally[]> {
  const personId = personOf(actor)
  return db().$queryRaw<SectionTally[]>`
    SELECT a.reading_id AS "readingId", a.group_id AS "groupId", a.section_id AS "sectionId",
      count(*)::int AS notes, count(*) FILTER (WHERE ${unreadSql(personId)})::int AS unread
    FROM ${notesAt(places)}
      LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${personId}::uuid
    WHERE ${seenBy(actor)}
    GROUP BY a.reading_id, a.group_id, a.section_id`
}

export type DayTally = Place & {
  /** Days before today; 0 is today. */
  readonly daysAgo: number
  readonly posts: number
}

/** How much was written on each of the last `days` days, today included, in each place. One statement. */
export async function dayTallies(
  actor: AnyActor,
  places: readonly Place[],
  { now, days }: { readonly now: Date; readonly days: number },
): Promise<readonly DayTally[]> {
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE 'UTC')::date`
  return db().$queryRaw<DayTally[]>`
    WITH seen AS (
      SELECT a.id, a.reading_id, a.group_id, a.created_at, a.deleted_at
      FROM ${notesAt(places)} WHERE ${seenBy(actor)}
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

export type PostRow = {
  readonly id: string
  readonly authorId: string
  readonly authorName: string
  readonly kind: NoteKind | null
  readonly answersId: string | null
  readonly answersName: string | null
}

/** Who wrote these posts, and whom they answer; the posts are of threads the actor was seen to see. Deleted ones are left out. */
export async function postsById(ids: readonly string[]): Promise<readonly PostRow[]> {
  return db().$queryRaw<PostRow[]>`
    SELECT a.id, a.kind::text, p.id AS "authorId", p.name AS "authorName",
      NULL::uuid AS "answersId", NULL AS "answersName"
    FROM annotations a JOIN people p ON p.id = a.author_id
    WHERE a.id = ANY(${[...ids]}::uuid[]) AND a.deleted_at IS NULL
    UNION ALL
    SELECT r.id, NULL, p.id, p.name, q.id, q.name
    FROM replies r JOIN people p ON p.id = r.author_id
      JOIN annotations n ON n.id = r.thread_id
      LEFT JOIN replies s ON s.id = r.parent_id
      LEFT JOIN people q ON q.id = CASE WHEN s.id IS NOT NULL
        THEN CASE WHEN s.deleted_at IS NULL THEN s.author_id END
        ELSE CASE WHEN n.deleted_at IS NULL THEN n.author_id END END
    WHERE r.id = ANY(${[...ids]}::uuid[]) AND r.deleted_at IS NULL`
}

// The notes of places, with the aliases that policy/visible expects.
function notesAt(places: readonly Place[]): Prisma.Sql {
  const readings = places.map(({ readingId }) => readingId)
  const groups = places.map(({ groupId }) => groupId)
  return Prisma.sql`unnest(${readings}::uuid[], ${groups}::uuid[]) AS s(reading_id, group_id)
    JOIN annotations a ON a.reading_id = s.reading_id
      AND a.group_id IS NOT DISTINCT FROM s.group_id
    JOIN threads t ON t.id = a.id
    LEFT JOIN groups g ON g.id = a.group_id`
}

function seenBy(actor: AnyActor): Prisma.Sql {
  return Prisma.sql`${listable(actor)}`
}
