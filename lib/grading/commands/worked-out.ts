import { gradePoints } from '@/lib/grading/grade'
import type { StoredGrade } from '@/lib/grading/queries/grades'
import type { RubricRow } from '@/lib/grading/queries/rubrics'
import { levelsFrom } from '@/lib/grading/queries/stored'
import { rubricShare } from '@/lib/grading/rubric'

type Graded = Pick<StoredGrade, 'levels' | 'points' | 'participation'>

/** The points of a grade by a rubric; null while something that they are made of is missing. */
export function totalOf({ levels, points, participation }: Graded, rubric: RubricRow) {
  const { criteria, mix, pointsPossible } = rubric
  const parts = {
    rubric: rubricShare(criteria, levelsFrom(levels)),
    participation: participation ?? 0,
    points,
  }
  return gradePoints(parts, mix, pointsPossible)
}
