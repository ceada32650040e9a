import type { AnyActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { GradebookShape, GradeShape, MessageShape, RubricShape } from './contract'
import type { Gradebook } from './queries/gradebook'
import type { GradeChangeRow, GradeRow, MessageRow, StoredGrade } from './queries/grades'
import type { RubricRow } from './queries/rubrics'
import { levelsFrom, type Released, releasedFrom } from './queries/stored'

/** How an assignment is graded. */
export function presentRubric({ madeAt, criteria, ...rubric }: RubricRow): RubricShape {
  return {
    ...rubric,
    criteria: criteria.map((criterion) => ({ ...criterion, levels: [...criterion.levels] })),
    madeAt: madeAt?.toISOString() ?? null,
  }
}

/** A grade: as it stands to those who give it, as it was released to its student. */
export function presentGrade(viewer: AnyActor, row: GradeRow): GradeShape {
  const { assignment, person, rubric, grade } = row
  const released = releasedFrom(grade?.released ?? null)
  const gives = can(viewer, 'grade.give', { personId: person.id, assignment })
  return {
    assignmentId: assignment.id,
    person,
    ...presentMarks(gives ? grade : released),
    pointsPossible: gives ? rubric.pointsPossible : (released?.pointsPossible ?? 0),
    gradedBy: grade?.gradedBy ?? null,
    gradedAt: grade?.gradedAt.toISOString() ?? null,
    released: released && grade?.releasedAt ? presentReleased(released, grade.releasedAt) : null,
  }
}

function presentMarks(
  marks: Omit<Released, 'pointsPossible' | 'rubricVersion'> | StoredGrade | null,
) {
  if (marks === null) return NO_MARKS
  const { version, levels, points, participation, total, comment } = marks
  return { version, levels: levelsFrom(levels), points, participation, total, comment }
}

const NO_MARKS = {
  version: 0,
  levels: {},
  points: null,
  participation: null,
  total: null,
  comment: '',
}

function presentReleased(released: Released, at: Date) {
  const { total, levels, participation, comment, rubricVersion } = released
  return { at: at.toISOString(), total, levels, participation, comment, rubricVersion }
}

/** A page of a gradebook. */
export function presentGradebook({ assignments, students, cells }: Gradebook): GradebookShape {
  return {
    assignments: assignments.map(({ dueAt, ...row }) => ({
      ...row,
      dueAt: dueAt?.toISOString() ?? null,
    })),
    items: students.items.map((person) => ({
      person,
      grades: (cells.get(person.id) ?? []).map(({ personId: _, completedAt, ...cell }) => ({
        ...cell,
        completedAt: completedAt?.toISOString() ?? null,
      })),
    })),
    nextCursor: students.nextCursor,
  }
}

const KINDS = ['graded', 'released', 'withdrawn'] as const

/** One thing that was done to a grade. */
export function presentChange({ at, kind, ...row }: GradeChangeRow) {
  return {
    ...row,
    kind: KINDS.find((known) => known === kind) ?? 'graded',
    at: at.toISOString(),
  }
}

/** One thing that was said about a grade. */
export function presentMessage({ at, settledAt, ...row }: MessageRow): MessageShape {
  return { ...row, at: at.toISOString(), settledAt: settledAt?.toISOString() ?? null }
}
