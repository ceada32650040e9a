import 'server-only'
import type { AssignmentRow } from '@/lib/assignments/queries/assignments'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import type { Prisma } from '@/lib/generated/prisma/client'
import { workFor } from '@/lib/participation/queries/sheet'
import type { AnyActor } from '@/lib/policy/actor'
import { authorize, requireSight } from '@/lib/policy/rules'
import { type RubricRow, rubricOf } from './rubrics'

const person = { select: { id: true, name: true } } as const

const gradeSelect = {
  version: true,
  levels: true,
  points: true,
  participation: true,
  total: true,
  comment: true,
  gradedAt: true,
  gradedBy: person,
  releasedAt: true,
  released: true,
} satisfies Prisma.GradeSelect

export type StoredGrade = Prisma.GradeGetPayload<{ select: typeof gradeSelect }>

/** A grade with all that it is shown by; `grade` is null where nobody has graded yet. */
export type GradeRow = {
  readonly assignment: AssignmentRow
  readonly person: { readonly id: string; readonly name: string }
  readonly rubric: RubricRow
  readonly grade: StoredGrade | null
}

/** Somebody's grade, as far as the actor may see it. Throws NotFound. */
export async function gradeFor(actor: AnyActor, id: string, personId: string): Promise<GradeRow> {
  const { assignment, person: student } = await workFor(actor, id, personId)
  const [grade, rubric] = await Promise.all([
    db().grade.findUnique({
      where: { assignmentId_personId: { assignmentId: assignment.id, personId } },
      select: gradeSelect,
    }),
    rubricOf(assignment.id),
  ])
  requireSight(actor, 'grade.see', { personId, assignment, releasedAt: grade?.releasedAt ?? null })
  return { assignment, person: student, rubric, grade }
}

const changeSelect = {
  id: true,
  kind: true,
  version: true,
  total: true,
  comment: true,
  at: true,
  by: person,
} satisfies Prisma.GradeChangeSelect

export type GradeChangeRow = Prisma.GradeChangeGetPayload<{ select: typeof changeSelect }>

type PageQuery = { readonly cursor?: string | undefined; readonly limit: number }

/** What was done to a grade, newest first, for those who give it. Throws NotFound and Forbidden. */
export async function gradeHistory(
  actor: AnyActor,
  { id, personId, cursor, limit }: PageQuery & { readonly id: string; readonly personId: string },
): Promise<Page<GradeChangeRow>> {
  const { assignment } = await gradeFor(actor, id, personId)
  authorize(actor, 'grade.give', { personId, assignment })
  const before = cursor === undefined ? {} : { id: { lt: BY_ID.decode(cursor)[0] } }
  const rows = await db().gradeChange.findMany({
    where: { assignmentId: assignment.id, personId, ...before },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: changeSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}

export const messageSelect = {
  id: true,
  isRequest: true,
  words: true,
  at: true,
  settledAt: true,
  author: person,
} satisfies Prisma.GradeMessageSelect

export type MessageRow = Prisma.GradeMessageGetPayload<{ select: typeof messageSelect }>

/** What was said about a grade, oldest first, for its student and those who give it. Throws NotFound. */
export async function gradeMessages(
  actor: AnyActor,
  { id, personId, cursor, limit }: PageQuery & { readonly id: string; readonly personId: string },
): Promise<Page<MessageRow>> {
  const { assignment } = await gradeFor(actor, id, personId)
  const after = cursor === undefined ? {} : { id: { gt: BY_ID.decode(cursor)[0] } }
  const rows = await db().gradeMessage.findMany({
    where: { assignmentId: assignment.id, personId, ...after },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: messageSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}
