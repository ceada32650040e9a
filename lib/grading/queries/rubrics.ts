import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import { criterionShape, mixShape } from '@/lib/grading/contract'
import { type Mix, RUBRIC_ALONE } from '@/lib/grading/grade'
import type { Criterion } from '@/lib/grading/rubric'

const DEFAULT_POINTS = 10

const rubricSelect = {
  version: true,
  criteria: true,
  mix: true,
  pointsPossible: true,
  madeAt: true,
  madeBy: { select: { id: true, name: true } },
} satisfies Prisma.RubricSelect

type StoredRubric = Prisma.RubricGetPayload<{ select: typeof rubricSelect }>

/** How an assignment is graded. Version 0: nobody has said so, and points are typed. */
export type RubricRow = {
  readonly version: number
  readonly criteria: readonly Criterion[]
  readonly mix: Mix
  readonly pointsPossible: number
  readonly madeAt: Date | null
  readonly madeBy: { readonly id: string; readonly name: string } | null
}

const NO_RUBRIC: RubricRow = {
  version: 0,
  criteria: [],
  mix: RUBRIC_ALONE,
  pointsPossible: DEFAULT_POINTS,
  madeAt: null,
  madeBy: null,
}

/** The newest rubric of an assignment. One query. */
export async function rubricOf(assignmentId: string): Promise<RubricRow> {
  return (await rubricsOf([assignmentId])).get(assignmentId) ?? NO_RUBRIC
}

/** The newest rubrics of some assignments, by assignment; each has one. One query. */
export async function rubricsOf(
  assignmentIds: readonly string[],
): Promise<ReadonlyMap<string, RubricRow>> {
  const rows = await db().rubric.findMany({
    where: { assignmentId: { in: [...assignmentIds] } },
    orderBy: { version: 'desc' },
    distinct: ['assignmentId'],
    select: { assignmentId: true, ...rubricSelect },
  })
  const found = new Map(rows.map(({ assignmentId, ...row }) => [assignmentId, rubricFrom(row)]))
  return new Map(assignmentIds.map((id) => [id, found.get(id) ?? NO_RUBRIC]))
}

function rubricFrom({ criteria, mix, ...row }: StoredRubric): RubricRow {
  return {
    ...row,
    criteria: criterionShape.array().parse(criteria),
    mix: mixShape.parse(mix),
  }
}
