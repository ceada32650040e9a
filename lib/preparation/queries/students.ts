import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { cursorKey, type Page, pageFrom } from '@/lib/db/page'
import { Prisma } from '@/lib/generated/prisma/client'
import type { StudentFilter, StudentOrder, StudentRow } from '@/lib/preparation/shape'
import { countsSql, studentsSql, type Task, type Within } from './written'

const SHOWN = 100
const BY_RANK = cursorKey('int')

/** A page of the students of an assignment with what each has written. One query, whatever their number. */
export async function studentsOf(
  task: Task,
  within: Within,
  query: {
    readonly filter: StudentFilter
    readonly order: StudentOrder
    readonly cursor?: string | undefined
  },
): Promise<Page<StudentRow>> {
  const after = query.cursor === undefined ? 0 : BY_RANK.decode(query.cursor)[0]
  const rows = await rowsOf<StudentRow & { rank: number }>(Prisma.sql`
    WITH students AS (${studentsSql(task, within)}),
    per_section AS (
      SELECT a.author_id, a.home_section_id, count(*)::int AS made
      FROM annotations a WHERE ${countsSql(task, within)} AND a.kind <> 'highlight'
        AND a.home_section_id IS NOT NULL GROUP BY 1, 2),
    written AS (${writtenSql(task, within)}),
    said AS (
      SELECT r.author_id, count(*)::int AS replies, max(r.created_at) AS last_at
      FROM replies r JOIN annotations a ON a.id = r.thread_id
      WHERE ${countsSql(task, { circleId: null })} AND r.deleted_at IS NULL GROUP BY 1),
    whole AS (
      SELECT s.person_id AS id, s.name, s.circle, COALESCE(w.notes, 0) AS notes,
        COALESCE(w.highlights, 0) AS highlights, COALESCE(w.questions, 0) AS questions,
        COALESCE(d.replies, 0) AS replies, COALESCE(w.late, 0) AS late,
        GREATEST(w.last_at, d.last_at) AS "lastAt", c.at AS "doneAt",
        ${extendedSql(task, Prisma.sql`s.person_id`, Prisma.sql`s.circle_id`)} AS "extendedTo",
        COALESCE((SELECT jsonb_object_agg(b.home_section_id, b.made) FROM per_section b
          WHERE b.author_id = s.person_id), '{}'::jsonb) AS "bySection"
      FROM students s LEFT JOIN written w ON w.author_id = s.person_id
        LEFT JOIN said d ON d.author_id = s.person_id
        LEFT JOIN completions c ON c.person_id = s.person_id AND c.assignment_id = ${task.id}::uuid),
    ranked AS (SELECT whole.*, row_number() OVER (ORDER BY ${orderSql(query.order)})::int AS rank
      FROM whole WHERE ${filterSql(query.filter)})
    SELECT * FROM ranked WHERE rank > ${after}::int ORDER BY rank LIMIT ${SHOWN + 1}`)
  return pageFrom(rows, SHOWN, BY_RANK, ({ rank }) => [rank])
}

function writtenSql(task: Task, within: Within): Prisma.Sql {
  const extended = extendedSql(task, Prisma.sql`a.author_id`, Prisma.sql`a.circle_id`)
  const due = Prisma.sql`COALESCE(${extended}, ${task.dueAt}::timestamptz)`
  return Prisma.sql`
    SELECT a.author_id, count(*) FILTER (WHERE a.kind <> 'highlight')::int AS notes,
      count(*) FILTER (WHERE a.kind = 'highlight')::int AS highlights,
      count(*) FILTER (WHERE a.kind = 'question')::int AS questions,
      count(*) FILTER (WHERE a.kind <> 'highlight' AND a.created_at > ${due})::int AS late,
      max(a.created_at) AS last_at
    FROM annotations a WHERE ${countsSql(task, within)} GROUP BY 1`
}

// A student's own extension decides over their circle's.
function extendedSql({ id }: Task, personId: Prisma.Sql, circleId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT x.due_at FROM extensions x WHERE x.assignment_id = ${id}::uuid
    AND (x.person_id = ${personId} OR x.circle_id = ${circleId})
    ORDER BY x.person_id NULLS LAST LIMIT 1)`
}

// Where two stand alike, by name.
function orderSql(order: StudentOrder): Prisma.Sql {
  switch (order) {
    case 'name':
      return Prisma.sql`name, id`
    case 'notes':
      return Prisma.sql`notes, name, id`
    case 'replies':
      return Prisma.sql`replies, name, id`
    case 'last':
      return Prisma.sql`"lastAt" NULLS FIRST, name, id`
  }
}

function filterSql(filter: StudentFilter): Prisma.Sql {
  switch (filter) {
    case 'all':
      return Prisma.sql`TRUE`
    case 'not-started':
      return Prisma.sql`notes = 0 AND highlights = 0 AND replies = 0`
    case 'only-highlights':
      return Prisma.sql`notes = 0 AND highlights > 0`
    case 'no-reply':
      return Prisma.sql`notes > 0 AND replies = 0`
    case 'late':
      return Prisma.sql`late > 0`
    case 'done':
      return Prisma.sql`"doneAt" IS NOT NULL`
  }
}
