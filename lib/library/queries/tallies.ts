import 'server-only'
import type { AnnotationKind } from '@/lib/annotations/kind'
import { unreadSql } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Place } from '@/lib/library/contents'
import { type AnyActor, hasWithheld, personOf } from '@/lib/policy/actor'
import { listable } from '@/lib/policy/visible'
import { readNameSql, readPseudonymSql } from '@/lib/pseudonyms/queries'
import {
  countedDays,
  countedSections,
  type DayTally,
  placesSql,
  type SectionTally,
} from './counted'

// What was written there. Every statement is asked once for the whole library, however many readings it shows. What everybody sees is
// kept as tallies, by the database itself (migration keep_tallies); what is one's own is counted here: it grows with what one person
// wrote and read in these places, not with what all did.

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
  // Two ways into one index: a condition that also holds for no group would not use it.
  const newest = (inGroup: Prisma.Sql) => Prisma.sql`
    SELECT t.id, t.last_activity_at, t.last_post_id
    FROM threads t JOIN annotations a ON a.id = t.id LEFT JOIN groups g ON g.id = a.group_id
    WHERE t.reading_id = s.reading_id AND ${inGroup} AND ${listable(actor)}
    ORDER BY t.last_activity_at DESC, t.id DESC LIMIT 1`
  return db().$queryRaw<LastActivity[]>`
    SELECT s.reading_id AS "readingId", s.group_id AS "groupId", l.last_activity_at AS at,
      l.id AS "threadId", l.last_post_id AS "postId"
    FROM ${placesSql(places)} CROSS JOIN LATERAL (
      (${newest(Prisma.sql`t.group_id = s.group_id`)})
      UNION ALL
      (${newest(Prisma.sql`s.group_id IS NULL AND t.group_id IS NULL`)})
    ) l`
}

// Tallies hold what everybody sees who sees the shelf: not for those from whom some of it is still withheld.
function isWithheld(actor: AnyActor): boolean {
  return actor.kind === 'operator' || hasWithheld(actor)
}

/**
 * How many notes, and how many with news for the actor, each section of each place has. One statement. The places are ones that the
 * actor sees. Unread is what is not read: less the notes one has read to the end, and one's own that nobody answered.
 */
export async function sectionTallies(
  actor: AnyActor,
  places: readonly Place[],
): Promise<readonly SectionTally[]> {
  if (isWithheld(actor)) return countedSections(actor, places)
  const personId = personOf(actor)
  if (personId === null) {
    return db().$queryRaw<SectionTally[]>`
      SELECT k.reading_id AS "readingId", k.group_id AS "groupId", k.section_id AS "sectionId",
        sum(k.notes)::int AS notes, 0 AS unread
      FROM ${placesSql(places)} ${keptNotes}
      GROUP BY k.reading_id, k.group_id, k.section_id HAVING sum(k.notes) > 0`
  }
  const me = Prisma.sql`${personId}::uuid`
  return db().$queryRaw<SectionTally[]>`
    WITH places AS MATERIALIZED (SELECT * FROM ${placesSql(places)})
    SELECT reading_id AS "readingId", group_id AS "groupId", section_id AS "sectionId",
      sum(notes)::int AS notes, (sum(notes) - sum(read))::int AS unread
    FROM (
      SELECT k.reading_id, k.group_id, k.section_id, k.notes, 0 AS read
      FROM places s ${keptNotes}
      UNION ALL
      SELECT a.reading_id, a.group_id, a.section_id, 0, 1
      FROM places s JOIN annotations a ON ${inPlace} AND a.author_id = ${me}
        JOIN threads t ON t.id = a.id AND t.reply_count = 0
      WHERE ${isOpen} AND a.deleted_at IS NULL
      UNION ALL
      SELECT a.reading_id, a.group_id, a.section_id, 0, 1
      FROM (SELECT DISTINCT reading_id FROM places) r
        JOIN read_marks m ON m.reading_id = r.reading_id AND m.person_id = ${me}
        JOIN threads t ON t.id = m.thread_id AND m.last_read_id >= t.last_post_id
        JOIN annotations a ON a.id = t.id
        JOIN places s ON ${inPlace}
      WHERE ${isOpen} AND (a.deleted_at IS NULL OR t.reply_count > 0)
        AND NOT (a.author_id = ${me} AND t.reply_count = 0)
      UNION ALL
      SELECT a.reading_id, a.group_id, a.section_id, 1, CASE WHEN ${unreadSql(personId)} THEN 0 ELSE 1 END
      FROM places s JOIN annotations a ON ${inPlace} AND a.author_id = ${me}
        JOIN threads t ON t.id = a.id LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${me}
      WHERE a.visibility = 'private' AND (a.deleted_at IS NULL OR t.reply_count > 0)
    ) counted
    GROUP BY reading_id, group_id, section_id HAVING sum(notes) > 0`
}

/** How much was written on each of the last `days` days, today included, in each place that the actor sees. One statement. */
export async function dayTallies(
  actor: AnyActor,
  places: readonly Place[],
  { now, days }: { readonly now: Date; readonly days: number },
): Promise<readonly DayTally[]> {
  if (isWithheld(actor)) return countedDays(actor, places, { now, days })
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE 'UTC')::date`
  const me = Prisma.sql`${personOf(actor)}::uuid`
  return db().$queryRaw<DayTally[]>`
    WITH places AS MATERIALIZED (SELECT * FROM ${placesSql(places)}),
    own AS (
      SELECT a.id, a.reading_id, a.group_id, a.created_at, a.deleted_at
      FROM places s JOIN annotations a ON ${inPlace} AND a.author_id = ${me} AND a.visibility = 'private'
    )
    SELECT reading_id AS "readingId", group_id AS "groupId", ${today} - day AS "daysAgo", sum(posts)::int AS posts
    FROM (
      SELECT k.reading_id, k.group_id, k.day, k.posts
      FROM places s ${kept('posts', Prisma.sql`k.day BETWEEN ${today} - ${days - 1}::int AND ${today}`)}
      UNION ALL
      SELECT reading_id, group_id, (created_at AT TIME ZONE 'UTC')::date, 1 FROM own WHERE deleted_at IS NULL
      UNION ALL
      SELECT own.reading_id, own.group_id, (r.created_at AT TIME ZONE 'UTC')::date, 1
      FROM own JOIN replies r ON r.thread_id = own.id WHERE r.deleted_at IS NULL
    ) written
    WHERE day BETWEEN ${today} - ${days - 1}::int AND ${today}
    GROUP BY reading_id, group_id, day HAVING sum(posts) > 0`
}

export type PostRow = {
  readonly id: string
  readonly authorId: string
  readonly authorName: string
  readonly kind: AnnotationKind | null
  readonly answersId: string | null
  readonly answersName: string | null
}

/** Who wrote these posts, and whom they answer; the posts are of threads the actor was seen to see. Deleted ones are left out. */
export async function postsById(
  actor: AnyActor,
  ids: readonly string[],
): Promise<readonly PostRow[]> {
  return db().$queryRaw<PostRow[]>`
    SELECT a.id, a.kind::text, p.id AS "authorId", ${readNameSql('p')} AS "authorName",
      NULL::uuid AS "answersId", NULL AS "answersName"
    FROM annotations a JOIN people p ON p.id = a.author_id
      ${readPseudonymSql(actor, { assignmentId: Prisma.sql`a.assignment_id`, authorId: Prisma.sql`p.id` })}
    WHERE a.id = ANY(${[...ids]}::uuid[]) AND a.deleted_at IS NULL
    UNION ALL
    SELECT r.id, NULL, p.id, ${readNameSql('p')}, q.id, ${readNameSql('q', 'z')}
    FROM replies r JOIN people p ON p.id = r.author_id
      JOIN annotations n ON n.id = r.thread_id
      LEFT JOIN replies s ON s.id = r.parent_id
      LEFT JOIN people q ON q.id = CASE WHEN s.id IS NOT NULL
        THEN CASE WHEN s.deleted_at IS NULL THEN s.author_id END
        ELSE CASE WHEN n.deleted_at IS NULL THEN n.author_id END END
      ${readPseudonymSql(actor, { assignmentId: Prisma.sql`n.assignment_id`, authorId: Prisma.sql`p.id` })}
      ${readPseudonymSql(actor, { assignmentId: Prisma.sql`n.assignment_id`, authorId: Prisma.sql`q.id` }, 'z')}
    WHERE r.id = ANY(${[...ids]}::uuid[]) AND r.deleted_at IS NULL`
}

const isOpen = Prisma.sql`tallies.is_open(a.visibility, a.group_id)`

// That a note is of the place `s`.
const inPlace = Prisma.sql`a.reading_id = s.reading_id AND a.group_id IS NOT DISTINCT FROM s.group_id`

// The tallies of the place `s`, as rows of an alias `k`: place by place, in two ways into one index. In one condition that also holds for
// no group, the planner would rather read the tallies of all places there are.
function kept(table: 'notes' | 'posts', condition: Prisma.Sql): Prisma.Sql {
  const from = Prisma.sql`SELECT k.* FROM ${Prisma.raw(`tallies.${table}`)} k
    WHERE k.reading_id = s.reading_id AND ${condition}`
  return Prisma.sql`CROSS JOIN LATERAL (
    ${from} AND k.group_id = s.group_id UNION ALL ${from} AND k.group_id IS NULL AND s.group_id IS NULL) k`
}

const keptNotes = kept('notes', Prisma.sql`TRUE`)
