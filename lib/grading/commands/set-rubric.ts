import 'server-only'
import { type AssignmentRow, assignmentFor } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import type { RubricInput } from '@/lib/grading/contract'
import { presentRubric } from '@/lib/grading/present'
import { type RubricRow, rubricOf } from '@/lib/grading/queries/rubrics'
import { participationIn } from '@/lib/participation/queries/participation'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { totalOf } from './worked-out'

/**
 * Says how an assignment is graded. What is graded already is computed anew, as a draft; what was released stays as it was shown. To go
 * back, an older rubric is set again. Throws Conflict for a stale version, with the current rubric.
 */
export async function setRubric(
  actor: SignedIn,
  { id, version, ...terms }: RubricInput & { readonly id: string },
): Promise<RubricRow> {
  const assignment = await assignmentFor(actor, id)
  authorize(actor, 'grade.give', { personId: actor.personId, assignment })
  requireCriteria(terms)
  const isWritten = await transaction(async (tx) => {
    // Two who change it at once wait for each other here.
    await tx.$queryRaw`SELECT id FROM assignments WHERE id = ${id}::uuid FOR UPDATE`
    const newest = await tx.rubric.findFirst({
      where: { assignmentId: id },
      orderBy: { version: 'desc' },
      select: { version: true },
    })
    if ((newest?.version ?? 0) !== version) return false
    const made = { madeById: actor.personId, madeAt: now() }
    await tx.rubric.createMany({
      data: { assignmentId: id, version: version + 1, ...terms, ...made },
    })
    await recompute(tx, assignment, { ...terms, version, madeAt: null, madeBy: null })
    return true
  })
  const current = await rubricOf(id)
  if (isWritten) return current
  throw new Conflict('stale', 'Somebody else changed the rubric meanwhile. Yours is kept.', {
    current: presentRubric(current),
  })
}

function requireCriteria({ criteria, mix }: Pick<RubricInput, 'criteria' | 'mix'>): void {
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) {
    throw new Invalid('criteria', 'Two criteria have the same id.')
  }
  if (criteria.length > 0 && mix.rubric > 0 && criteria.every(({ weight }) => weight === 0)) {
    throw new Invalid('weights', 'At least one criterion needs a weight.')
  }
}

// Two statements, however many are graded.
async function recompute(tx: Db, assignment: AssignmentRow, rubric: RubricRow): Promise<void> {
  const grades = await tx.grade.findMany({
    where: { assignmentId: assignment.id },
    select: { personId: true, levels: true, points: true, participation: true },
  })
  if (grades.length === 0) return
  const counts = rubric.mix.participation > 0
  const all = counts ? await participationIn(assignment) : null
  const next = grades.map((grade) => {
    const participation = all?.get(grade.personId)?.value ?? null
    return { ...grade, participation, total: totalOf({ ...grade, participation }, rubric) }
  })
  await tx.$executeRaw`
    UPDATE grades g SET version = g.version + 1, participation = n.participation, total = n.total
    FROM unnest(${next.map(({ personId }) => personId)}::uuid[],
      ${next.map(({ participation }) => participation)}::float8[],
      ${next.map(({ total }) => total)}::float8[]) AS n (person_id, participation, total)
    WHERE g.assignment_id = ${assignment.id}::uuid AND g.person_id = n.person_id`
}
