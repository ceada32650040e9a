import 'server-only'
import { presentAnnotation } from '@/lib/annotations/present'
import { listAnnotations } from '@/lib/annotations/queries/list-annotations'
import type { AssignmentRow } from '@/lib/assignments/queries/assignments'
import { db, rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DeskCounts, DeskStudent, WorkItem } from '@/lib/grading/desk'
import type { AnyActor } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { presentReply } from '@/lib/threads/present'
import { repliesById } from '@/lib/threads/queries/replies'

// More of one person in one assignment are not laid out; the page says so.
const MOST = 200

/** What somebody wrote for an assignment, as the actor may see it: at most 200 notes and 200 replies. Five statements. */
export async function workOf(
  actor: AnyActor,
  assignment: AssignmentRow,
  personId: string,
): Promise<readonly WorkItem[]> {
  const reading = await readingFor(actor, assignment.readingId)
  const query = { assignmentId: assignment.id, author: personId, sort: 'place' as const }
  const [notes, replies] = await Promise.all([
    listAnnotations(actor, reading, { ...query, limit: MOST }),
    repliesOf(actor, assignment.id, personId),
  ])
  return [
    ...notes.items.map((row) => {
      const { id, kind, body, sectionId, target } = presentAnnotation(actor, row)
      return {
        ...{ id, annotationId: id, kind: 'note' as const, noteKind: kind, body, sectionId },
        ...{ start: target?.start ?? null, end: target?.end ?? null },
        at: row.createdAt,
        answersName: null,
      }
    }),
    ...replies,
  ]
}

type ReplyPlace = {
  readonly id: string
  readonly annotationId: string
  readonly sectionId: string | null
  readonly start: number | null
  readonly end: number | null
  readonly answersName: string
}

async function repliesOf(
  actor: AnyActor,
  assignmentId: string,
  personId: string,
): Promise<readonly WorkItem[]> {
  const places = await rowsOf<ReplyPlace>(Prisma.sql`
    SELECT r.id, a.id AS "annotationId", a.section_id AS "sectionId", a.start, a."end",
      p.name AS "answersName"
    FROM replies r JOIN annotations a ON a.id = r.thread_id LEFT JOIN replies q ON q.id = r.parent_id
      JOIN people p ON p.id = COALESCE(q.author_id, a.author_id)
    WHERE r.author_id = ${personId}::uuid AND a.assignment_id = ${assignmentId}::uuid
    ORDER BY r.id LIMIT ${MOST}`)
  const found = await repliesById(
    actor,
    places.map(({ id }) => id),
  )
  const shown = new Map(
    found.map(({ reply }) => [
      reply.id,
      { body: presentReply(actor, reply).body, at: reply.createdAt },
    ]),
  )
  return places.flatMap((place) => {
    const reply = shown.get(place.id)
    return reply && reply.body !== null
      ? [{ ...place, ...reply, kind: 'reply' as const, noteKind: null }]
      : []
  })
}

const AROUND = 40

/** The students around one in the list of a course, by name, with how far each is graded. Two statements, whatever the size of the course. */
export async function studentsAround(
  assignment: AssignmentRow,
  person: { readonly id: string; readonly name: string },
): Promise<readonly DeskStudent[]> {
  const side = (compared: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`
    (SELECT p.id, p.name FROM memberships m JOIN people p ON p.id = m.person_id
      WHERE m.group_id = ${assignment.groupId}::uuid AND m.role = 'member' AND ${compared}
      ORDER BY p.name ${order}, p.id ${order} LIMIT ${AROUND})`
  const own = Prisma.sql`(${person.name}, ${person.id}::uuid)`
  return rowsOf<DeskStudent>(Prisma.sql`
    SELECT s.id, s.name, g.total,
      CASE WHEN g.version IS NULL THEN 'none' WHEN g.released_at IS NULL THEN 'draft' ELSE 'released' END AS state,
      EXISTS (SELECT 1 FROM annotations a WHERE a.assignment_id = ${assignment.id}::uuid
        AND a.author_id = s.id AND a.visibility = 'group' AND a.deleted_at IS NULL) AS "hasWork"
    FROM (
      ${side(Prisma.sql`(p.name, p.id) < ${own}`, Prisma.sql`DESC`)}
      UNION ${side(Prisma.sql`(p.name, p.id) >= ${own}`, Prisma.sql`ASC`)}) s
      LEFT JOIN grades g ON g.assignment_id = ${assignment.id}::uuid AND g.person_id = s.id
    ORDER BY s.name, s.id`)
}

/** How far an assignment is graded. One statement over its students and grades. */
export async function deskCounts(assignment: AssignmentRow): Promise<DeskCounts> {
  const [row] = await rowsOf<DeskCounts>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM memberships m
        WHERE m.group_id = ${assignment.groupId}::uuid AND m.role = 'member') AS students,
      count(*)::int AS graded, count(g.released_at)::int AS released
    FROM grades g WHERE g.assignment_id = ${assignment.id}::uuid`)
  return row ?? { students: 0, graded: 0, released: 0 }
}

/** The first student of an assignment whom nobody has graded yet, else the first of all; null without students. One query. */
export async function firstToGrade(assignment: AssignmentRow): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(Prisma.sql`
    SELECT p.id FROM memberships m JOIN people p ON p.id = m.person_id
      LEFT JOIN grades g ON g.assignment_id = ${assignment.id}::uuid AND g.person_id = p.id
    WHERE m.group_id = ${assignment.groupId}::uuid AND m.role = 'member'
    ORDER BY g.version IS NOT NULL, p.name, p.id LIMIT 1`)
  return row?.id ?? null
}

const COMMENTS_OFFERED = 30

/** What was written to students of this assignment lately, to write it again: each once. One query. */
export async function commentBank(assignment: AssignmentRow): Promise<readonly string[]> {
  const rows = await db().grade.findMany({
    where: { assignmentId: assignment.id, comment: { not: '' } },
    orderBy: { gradedAt: 'desc' },
    take: COMMENTS_OFFERED,
    select: { comment: true },
  })
  return [...new Set(rows.map(({ comment }) => comment))]
}
