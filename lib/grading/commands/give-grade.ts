import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import type { GradeInput } from '@/lib/grading/contract'
import { presentGrade } from '@/lib/grading/present'
import { type GradeRow, gradeFor } from '@/lib/grading/queries/grades'
import { levelsFrom } from '@/lib/grading/queries/stored'
import { studies } from '@/lib/grading/queries/students'
import { newId } from '@/lib/ids'
import { participationIn } from '@/lib/participation/queries/participation'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { totalOf } from './worked-out'

export type GradeOf = { readonly id: string; readonly personId: string }

/**
 * Grades a student, or changes their grade. It is a draft: what was released before stays as the student was shown it. Throws NotFound,
 * Forbidden, Invalid, and Conflict for a stale version, with the current grade.
 */
export async function giveGrade(
  actor: SignedIn,
  { id, personId, version, ...given }: GradeInput & GradeOf,
): Promise<GradeRow> {
  const before = await gradeToGive(actor, { id, personId })
  if (before.grade === null && !(await studies(before.assignment.groupId, personId))) {
    throw new NotFound()
  }
  const next = await gradeAfter(before, given)
  const isWritten = await transaction(async (tx) => {
    const at = now()
    const data = { ...next, gradedById: actor.personId, gradedAt: at }
    const { count } =
      version === 0
        ? await tx.grade.createMany({
            data: { assignmentId: id, personId, version: 1, ...data },
            skipDuplicates: true,
          })
        : await tx.grade.updateMany({
            where: { assignmentId: id, personId, version },
            data: { version: { increment: 1 }, ...data },
          })
    if (count === 0) return false
    const { total, comment } = next
    await recordGrade(
      tx,
      { id, personId, kind: 'graded', version: version + 1, total, comment },
      { by: actor, at },
    )
    return true
  })
  const current = await gradeFor(actor, id, personId)
  if (isWritten) return current
  throw new Conflict('stale', 'Somebody else graded this meanwhile. Yours is kept: compare.', {
    current: presentGrade(actor, current),
  })
}

/** The grade that the actor may give. Throws NotFound and Forbidden. */
export async function gradeToGive(actor: SignedIn, { id, personId }: GradeOf): Promise<GradeRow> {
  const row = await gradeFor(actor, id, personId)
  authorize(actor, 'grade.give', { personId, assignment: row.assignment })
  return row
}

async function gradeAfter(
  { assignment, person, rubric, grade }: GradeRow,
  { levels, points, comment }: Omit<GradeInput, 'version'>,
) {
  const known = new Set(rubric.criteria.map(({ id }) => id))
  if (levels && Object.keys(levels).some((id) => !known.has(id))) {
    throw new Invalid('criterion', 'One of these criteria is not in the rubric any more.')
  }
  const share =
    rubric.mix.participation > 0 ? (await participationIn(assignment)).get(person.id)?.value : null
  const next = {
    levels: { ...(levels ?? levelsFrom(grade?.levels ?? {})) },
    points: points === undefined ? (grade?.points ?? null) : points,
    comment: comment ?? grade?.comment ?? '',
    participation: share ?? null,
  }
  return { ...next, total: totalOf(next, rubric) }
}

export type GradeRecord = GradeOf & {
  readonly kind: 'graded' | 'released' | 'withdrawn'
  readonly version: number
  readonly total: number | null
  readonly comment: string
}

/** Writes down what was done to a grade, in the transaction that does it. */
export async function recordGrade(
  tx: Db,
  { id, ...record }: GradeRecord,
  { by, at }: { readonly by: SignedIn; readonly at: Date },
): Promise<void> {
  await tx.gradeChange.createMany({
    data: { id: newId(), assignmentId: id, ...record, byId: by.personId, at },
  })
}
