import 'server-only'
import { db, rowsOf } from '@/lib/db/client'
import { cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { Prisma } from '@/lib/generated/prisma/client'
import { groupedBy } from '@/lib/grouped'
import { type GroupRow, groupFor } from '@/lib/groups/queries'
import type { AnyActor } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'
import { rubricsOf } from './rubrics'

/** So many assignments of a course stand in its gradebook, the newest ones. */
const ASSIGNMENTS_MAXIMUM = 200

const BY_NAME = cursorKey('name', 'id')

export type Student = { readonly id: string; readonly name: string }

export type BookAssignment = {
  readonly id: string
  readonly title: string
  readonly dueAt: Date | null
  readonly pointsPossible: number
}

export type Cell = {
  readonly personId: string
  readonly assignmentId: string
  readonly state: 'none' | 'draft' | 'released'
  readonly total: number | null
  readonly version: number
  readonly completedAt: Date | null
  readonly posts: number
  readonly waits: boolean
}

export type Gradebook = {
  readonly group: GroupRow
  readonly assignments: readonly BookAssignment[]
  readonly students: Page<Student>
  /** By student, in the order of `assignments`. */
  readonly cells: ReadonlyMap<string, readonly Cell[]>
}

type Asked = { readonly cursor?: string | undefined; readonly limit: number }

/**
 * A page of a course's gradebook, by the names of its students; who left and was graded stays in it. Throws NotFound for who may not see it.
 * Five statements, each of the page alone.
 */
export async function gradebookFor(
  actor: AnyActor,
  groupId: string,
  { cursor, limit }: Asked,
): Promise<Gradebook> {
  const group = requireSight(actor, 'gradebook.see', await groupFor(actor, groupId))
  const [assignments, students] = await Promise.all([
    assignmentsIn(group.id),
    studentsOf(group.id, { cursor, limit }),
  ])
  const people = students.items.map(({ id }) => id)
  const cells = await cellsOf(
    assignments.map(({ id }) => id),
    people,
  )
  return { group, assignments, students, cells: groupedBy(cells, ({ personId }) => personId) }
}

async function assignmentsIn(groupId: string): Promise<readonly BookAssignment[]> {
  const rows = await db().assignment.findMany({
    where: { groupId, publishedAt: { not: null } },
    orderBy: { id: 'desc' },
    take: ASSIGNMENTS_MAXIMUM,
    select: { id: true, title: true, dueAt: true },
  })
  const rubrics = await rubricsOf(rows.map(({ id }) => id))
  return rows
    .toReversed()
    .map((row) => ({ ...row, pointsPossible: rubrics.get(row.id)?.pointsPossible ?? 0 }))
}

async function studentsOf(groupId: string, { cursor, limit }: Asked): Promise<Page<Student>> {
  const [name, id] = cursor === undefined ? [null, null] : BY_NAME.decode(cursor)
  const after =
    name === null ? Prisma.empty : Prisma.sql`AND (p.name, p.id) > (${name}, ${id}::uuid)`
  const rows = await rowsOf<Student>(Prisma.sql`
    SELECT p.id, p.name FROM people p
    WHERE p.id IN (
      SELECT m.person_id FROM memberships m WHERE m.group_id = ${groupId}::uuid AND m.role = 'member'
      UNION
      SELECT g.person_id FROM assignments s JOIN grades g ON g.assignment_id = s.id
        WHERE s.group_id = ${groupId}::uuid)
      ${after}
    ORDER BY p.name, p.id LIMIT ${limit + 1}`)
  return pageFrom(rows, limit, BY_NAME, (row) => [row.name, row.id])
}

/** What stands in a row of the gradebook for each of these people and assignments. One statement. */
async function cellsOf(
  assignmentIds: readonly string[],
  personIds: readonly string[],
): Promise<readonly Cell[]> {
  if (assignmentIds.length === 0 || personIds.length === 0) return []
  return rowsOf<Cell>(Prisma.sql`
    SELECT p.id AS "personId", s.id AS "assignmentId",
      CASE WHEN g.version IS NULL THEN 'none' WHEN g.released_at IS NULL THEN 'draft' ELSE 'released' END AS state,
      g.total, COALESCE(g.version, 0) AS version, c.at AS "completedAt",
      (COALESCE(n.notes, 0) + COALESCE(r.replies, 0))::int AS posts,
      EXISTS (SELECT 1 FROM grade_messages q WHERE q.assignment_id = s.id AND q.person_id = p.id
        AND q.is_request AND q.settled_at IS NULL) AS waits
    FROM unnest(${[...personIds]}::uuid[]) WITH ORDINALITY AS p (id, at)
      CROSS JOIN unnest(${[...assignmentIds]}::uuid[]) WITH ORDINALITY AS s (id, at)
      LEFT JOIN grades g ON g.assignment_id = s.id AND g.person_id = p.id
      LEFT JOIN completions c ON c.assignment_id = s.id AND c.person_id = p.id
      LEFT JOIN (
        SELECT a.assignment_id, a.author_id, count(*) AS notes FROM annotations a
        WHERE a.assignment_id = ANY(${[...assignmentIds]}::uuid[])
          AND a.author_id = ANY(${[...personIds]}::uuid[])
          AND a.visibility = 'group' AND a.deleted_at IS NULL
        GROUP BY a.assignment_id, a.author_id) n ON n.assignment_id = s.id AND n.author_id = p.id
      LEFT JOIN (
        SELECT a.assignment_id, r.author_id, count(*) AS replies
        FROM replies r JOIN annotations a ON a.id = r.thread_id
        WHERE r.author_id = ANY(${[...personIds]}::uuid[]) AND r.deleted_at IS NULL
          AND a.assignment_id = ANY(${[...assignmentIds]}::uuid[])
        GROUP BY a.assignment_id, r.author_id) r ON r.assignment_id = s.id AND r.author_id = p.id
    ORDER BY p.at, s.at`)
}

const CHUNK = 200

/** The whole gradebook, page after page, for a file. */
export async function* wholeGradebook(
  actor: AnyActor,
  groupId: string,
): AsyncGenerator<Gradebook, void> {
  let cursor: string | undefined
  do {
    const page = await gradebookFor(actor, groupId, { cursor, limit: CHUNK })
    yield page
    cursor = page.students.nextCursor ?? undefined
  } while (cursor !== undefined)
}
