import 'server-only'
import { type AssignmentRow, assignmentFor } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { notifyAll } from '@/lib/events/notify'
import { Prisma } from '@/lib/generated/prisma/client'
import { type GradeRow, gradeFor } from '@/lib/grading/queries/grades'
import { type RubricRow, rubricOf } from '@/lib/grading/queries/rubrics'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { type GradeOf, gradeToGive, recordGrade } from './give-grade'

/** Shows a student their grade as it stands now. Throws NotFound, Forbidden, and Conflict where nothing is graded. */
export async function releaseGrade(actor: SignedIn, { id, personId }: GradeOf): Promise<GradeRow> {
  const { assignment, rubric } = await gradeToGive(actor, { id, personId })
  await transaction(async (tx) => {
    const [released] = await release(tx, actor, { assignment, rubric, personId })
    if (released === undefined) {
      throw new Conflict('not-graded', 'There is no grade to release yet.')
    }
  })
  return gradeFor(actor, id, personId)
}

/** Releases every grade of an assignment that has its points and is not released as it stands; tells how many. */
export async function releaseGrades(actor: SignedIn, id: string): Promise<number> {
  const assignment = await assignmentFor(actor, id)
  authorize(actor, 'grade.give', { personId: actor.personId, assignment })
  const rubric = await rubricOf(id)
  return transaction(
    async (tx) => (await release(tx, actor, { assignment, rubric, personId: null })).length,
  )
}

type Release = {
  readonly assignment: AssignmentRow
  readonly rubric: RubricRow
  /** Null: everybody whose grade is ready. */
  readonly personId: string | null
}

type ReleasedRow = {
  readonly personId: string
  readonly version: number
  readonly total: number | null
  readonly comment: string
}

// What is shown is a picture of the row, made by the statement that releases it. Five statements, however many.
async function release(
  tx: Db,
  actor: SignedIn,
  { assignment, rubric, personId }: Release,
): Promise<readonly ReleasedRow[]> {
  const at = now()
  const whose =
    personId === null
      ? Prisma.sql`g.total IS NOT NULL AND (g.released ->> 'version')::int IS DISTINCT FROM g.version`
      : Prisma.sql`g.person_id = ${personId}::uuid`
  const rows = await tx.$queryRaw<ReleasedRow[]>`
    UPDATE grades g SET released_at = ${at}, released = jsonb_build_object(
      'version', g.version, 'levels', g.levels, 'points', g.points, 'participation', g.participation,
      'total', g.total, 'comment', g.comment, 'pointsPossible', ${rubric.pointsPossible}::float8,
      'rubricVersion', ${rubric.version}::int)
    WHERE g.assignment_id = ${assignment.id}::uuid AND ${whose}
    RETURNING g.person_id AS "personId", g.version, g.total, g.comment`
  await tx.gradeChange.createMany({
    data: rows.map((row) => ({
      ...row,
      id: newId(),
      assignmentId: assignment.id,
      kind: 'released',
      byId: actor.personId,
      at,
    })),
  })
  await notifyAll(
    tx,
    rows.map((row) => row.personId),
    {
      kind: 'grade.released',
      subjectId: assignment.id,
      actorId: actor.personId,
      readingId: assignment.readingId,
      groupId: assignment.groupId,
      particulars: { title: assignment.title },
      at,
    },
  )
  return rows
}

/** Takes a grade back that its student was shown. Twice changes nothing. */
export async function withdrawGrade(actor: SignedIn, { id, personId }: GradeOf): Promise<GradeRow> {
  const { grade } = await gradeToGive(actor, { id, personId })
  if (grade !== null) {
    await transaction(async (tx) => {
      const { count } = await tx.grade.updateMany({
        where: { assignmentId: id, personId, releasedAt: { not: null } },
        data: { releasedAt: null, released: Prisma.DbNull },
      })
      if (count === 0) return
      const { version, total, comment } = grade
      await recordGrade(
        tx,
        { id, personId, kind: 'withdrawn', version, total, comment },
        { by: actor, at: now() },
      )
    })
  }
  return gradeFor(actor, id, personId)
}
