import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Counted } from '@/lib/preparation/heat'
import type { Begun, Tallies } from '@/lib/preparation/shape'

// What was written for an assignment, counted in the database: the answer grows with the text and the days, not with notes. Says nothing
// of rights: who asks was seen to lead the assignment. What is private or deleted does not count.

export type Task = {
  readonly id: string
  readonly groupId: string
  readonly dueAt: Date | null
  readonly timeZone: string
}

/** Which notes are meant: all, or those of one circle. */
export type Within = { readonly circleId: string | null }

/** The condition on the alias `a` that a note counts. */
export function countsSql({ id }: Task, { circleId }: Within): Prisma.Sql {
  const circle = circleId === null ? Prisma.sql`TRUE` : Prisma.sql`a.circle_id = ${circleId}::uuid`
  return Prisma.sql`a.assignment_id = ${id}::uuid AND a.visibility = 'group'
    AND a.deleted_at IS NULL AND ${circle}`
}

/** Notes by where they begin, type and day. `starts`: offsets, in order, at which paragraphs begin. One query. */
export async function countedNotes(
  task: Task,
  within: Within,
  starts: readonly number[],
): Promise<readonly Counted[]> {
  if (starts.length === 0) return []
  return rowsOf<Counted>(Prisma.sql`
    SELECT width_bucket(a.start, ${[...starts]}::int[]) AS bucket, a.kind::text AS kind,
      (a.created_at AT TIME ZONE ${task.timeZone})::date::text AS day, count(*)::int AS notes
    FROM annotations a WHERE ${countsSql(task, within)} AND a.start IS NOT NULL
    GROUP BY 1, 2, 3`)
}

/** The plain numbers of an assignment. One query. */
export async function talliesOf(task: Task, within: Within, now: Date): Promise<Tallies> {
  const [row] = await rowsOf<Tallies>(Prisma.sql`
    WITH students AS (${studentsSql(task, within)}),
    own AS (SELECT a.id, a.author_id, a.kind, a.created_at, t.resolved_at
      FROM annotations a JOIN threads t ON t.id = a.id WHERE ${countsSql(task, within)})
    SELECT (SELECT count(*)::int FROM students) AS students,
      (SELECT count(DISTINCT author_id)::int FROM own WHERE kind <> 'highlight'
        AND author_id IN (SELECT person_id FROM students)) AS wrote,
      (SELECT count(DISTINCT author_id)::int FROM own WHERE kind <> 'highlight'
        AND created_at < ${now}::timestamptz - interval '1 day'
        AND author_id IN (SELECT person_id FROM students)) AS "wroteBefore",
      (SELECT count(DISTINCT r.author_id)::int FROM replies r JOIN own ON own.id = r.thread_id
        WHERE r.deleted_at IS NULL AND r.author_id <> own.author_id
        AND r.author_id IN (SELECT person_id FROM students)) AS replied,
      (SELECT count(*)::int FROM completions c WHERE c.assignment_id = ${task.id}::uuid
        AND c.person_id IN (SELECT person_id FROM students)) AS done,
      (SELECT count(*)::int FROM own WHERE kind <> 'highlight') AS notes,
      (SELECT count(*)::int FROM own WHERE kind = 'question') AS questions,
      (SELECT count(*)::int FROM own WHERE kind = 'question' AND resolved_at IS NULL) AS unanswered`)
  if (!row) throw new Error('A count is one row.')
  return row
}

/** The students of the course with the circle that counts for the assignment: rows of person_id, name, circle_id, circle. */
export function studentsSql({ id, groupId }: Task, { circleId }: Within): Prisma.Sql {
  const circle = circleId === null ? Prisma.sql`TRUE` : Prisma.sql`c.id = ${circleId}::uuid`
  return Prisma.sql`
    SELECT m.person_id, p.name, c.id AS circle_id, c.name AS circle
    FROM memberships m JOIN people p ON p.id = m.person_id
      LEFT JOIN LATERAL (SELECT q.circle_id FROM circle_members q
        WHERE q.person_id = m.person_id AND q.group_id = m.group_id AND q.left_at IS NULL
          AND (q.assignment_id = ${id}::uuid OR q.assignment_id IS NULL)
        ORDER BY q.assignment_id NULLS LAST LIMIT 1) own ON TRUE
      LEFT JOIN circles c ON c.id = own.circle_id
    WHERE m.group_id = ${groupId}::uuid AND m.role = 'member' AND ${circle}`
}

/** How many began on which day: their first note. One query. */
export async function begunByDay(task: Task, within: Within): Promise<readonly Begun[]> {
  return rowsOf<Begun>(Prisma.sql`
    SELECT day, count(*)::int AS students FROM (
      SELECT min((a.created_at AT TIME ZONE ${task.timeZone})::date)::text AS day
      FROM annotations a JOIN memberships m ON m.person_id = a.author_id
        AND m.group_id = ${task.groupId}::uuid AND m.role = 'member'
      WHERE ${countsSql(task, within)} AND a.kind <> 'highlight' GROUP BY a.author_id) firsts
    GROUP BY day ORDER BY day`)
}
