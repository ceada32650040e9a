// How the demo class is graded, as rows: the rubric, each grade as it stands and as it was shown, what was done to it, what was said
// about it, and whose work was looked at on the way.

import type { Prisma } from '@/lib/generated/prisma/client'
import { gradePoints, RUBRIC_ALONE } from '@/lib/grading/grade'
import type { Released } from '@/lib/grading/queries/stored'
import { rubricShare } from '@/lib/grading/rubric'
import { idAt, minutesBefore } from '../moment'
import type { Whereabouts } from '../thread-rows'
import type { DemoAssignment } from './assignment'
import { type DemoGiving, type DemoGrade, SEMINAR_POINTS, SEMINAR_RUBRIC } from './grading'

export type GradingRows = {
  readonly rubric: Prisma.RubricCreateManyInput
  readonly grades: readonly Prisma.GradeCreateManyInput[]
  readonly changes: readonly Prisma.GradeChangeCreateManyInput[]
  readonly messages: readonly Prisma.GradeMessageCreateManyInput[]
  readonly views: readonly Prisma.WorkViewCreateManyInput[]
}

type Of = Pick<Whereabouts, 'now' | 'personId'> & { readonly assignmentId: string }

const RUBRIC_VERSION = 1

/** How an assignment of the demo is graded and was graded. */
export function gradingRows(demo: DemoAssignment, of: Of, madeById: string): GradingRows {
  const each = demo.grades.map((grade) => gradeRows(grade, of))
  return {
    rubric: {
      assignmentId: of.assignmentId,
      version: RUBRIC_VERSION,
      criteria: SEMINAR_RUBRIC.map((criterion) => ({
        ...criterion,
        levels: [...criterion.levels],
      })),
      mix: RUBRIC_ALONE,
      pointsPossible: SEMINAR_POINTS,
      madeById,
      madeAt: minutesBefore(of.now, demo.madeAgo),
    },
    grades: each.flatMap(({ grade }) => grade),
    changes: each.flatMap(({ changes }) => changes),
    messages: each.flatMap(({ messages }) => messages),
    views: each.flatMap(({ views }) => views),
  }
}

function gradeRows({ student, by, given, messages = [] }: DemoGrade, of: Of) {
  const whose = { assignmentId: of.assignmentId, personId: of.personId(student) }
  const byId = of.personId(by)
  const at = (ago: number) => minutesBefore(of.now, ago)
  const shown = given.findLast(({ releasedAgo }) => releasedAgo !== null)
  const last = given.at(-1)
  return {
    grade: last
      ? {
          ...whose,
          ...marksOf(last, given.length),
          ...{ gradedById: byId, gradedAt: at(last.ago) },
          ...(shown && shown.releasedAgo !== null
            ? {
                releasedAt: at(shown.releasedAgo),
                released: picture(shown, given.indexOf(shown) + 1),
              }
            : {}),
        }
      : [],
    changes: given.flatMap((one, n) => {
      const { version, total, comment } = marksOf(one, n + 1)
      return donesOf(one).map(({ kind, ago }) => ({
        ...{ id: idAt(at(ago)), ...whose, kind, version, total, comment, byId },
        at: at(ago),
      }))
    }),
    messages: messages.map(({ by: author, ago, words, requestSettledAgo: settled }) => ({
      ...{ id: idAt(at(ago)), ...whose, authorId: of.personId(author), words, at: at(ago) },
      isRequest: settled !== undefined,
      settledAt: settled === undefined || settled === null ? null : at(settled),
    })),
    views: given.map(({ ago }) => ({ ...whose, viewerId: byId, day: at(ago) })),
  }
}

function marksOf({ levels, comment }: DemoGiving, version: number) {
  const judged = SEMINAR_RUBRIC.flatMap(({ id }, n) => {
    const level = levels[n]
    return level === null || level === undefined ? [] : [[id, level] as const]
  })
  const given = Object.fromEntries(judged)
  const parts = { rubric: rubricShare(SEMINAR_RUBRIC, given), participation: 0, points: null }
  const total = gradePoints(parts, RUBRIC_ALONE, SEMINAR_POINTS)
  return { version, levels: given, points: null, participation: null, total, comment }
}

// As lib/grading/commands/release.ts takes it.
function picture(given: DemoGiving, version: number): Released {
  const terms = { pointsPossible: SEMINAR_POINTS, rubricVersion: RUBRIC_VERSION }
  return { ...marksOf(given, version), ...terms }
}

function donesOf({ ago, releasedAgo }: DemoGiving) {
  const graded = { kind: 'graded', ago }
  return releasedAgo === null ? [graded] : [graded, { kind: 'released', ago: releasedAgo }]
}
