import 'server-only'
import { unreadSql } from '@/lib/annotations/queries/rows'
import type { AssignmentSummary } from '@/lib/assignments/contract'
import { presentSummary } from '@/lib/assignments/present'
import { db, rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { SignedIn } from '@/lib/policy/actor'
import { visibleTo } from '@/lib/policy/visible'
import { summarySelect } from './assignments'

export type Due = {
  readonly assignment: AssignmentSummary
  readonly course: { readonly name: string; readonly slug: string }
  /** How many of the student's notes were answered since they looked. */
  readonly answered: number
}

const SHOWN = 12

/** What runs in the courses of a student, what is due first before what has no due time. Two queries, or one where nothing runs. */
export async function dueSoon(actor: SignedIn): Promise<readonly Due[]> {
  const { personId } = actor
  const rows = await db().assignment.findMany({
    where: {
      AND: [
        visibleTo(actor).assignments,
        {
          ...{ publishedAt: { not: null }, closedAt: null },
          group: { memberships: { some: { personId, role: 'member' } } },
        },
      ],
    },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'desc' }],
    take: SHOWN,
    select: { ...summarySelect(actor), group: { select: GROUP } },
  })
  const answered = await answeredBy(
    personId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    assignment: presentSummary(actor, row),
    course: { name: row.group.name, slug: row.group.slug },
    answered: answered.get(row.id) ?? 0,
  }))
}

const GROUP = {
  id: true,
  kind: true,
  deletedAt: true,
  timeZone: true,
  name: true,
  slug: true,
} satisfies Prisma.GroupSelect

async function answeredBy(
  personId: string,
  assignmentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (assignmentIds.length === 0) return new Map()
  const rows = await rowsOf<{ id: string; notes: number }>(Prisma.sql`
    SELECT a.assignment_id AS id, count(*)::int AS notes
    FROM annotations a JOIN threads t ON t.id = a.id
      LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${personId}::uuid
    WHERE a.author_id = ${personId}::uuid AND a.assignment_id = ANY(${[...assignmentIds]}::uuid[])
      AND a.deleted_at IS NULL AND t.reply_count > 0 AND ${unreadSql(personId)}
    GROUP BY 1`)
  return new Map(rows.map(({ id, notes }) => [id, notes]))
}
