import { describe, expect, it } from 'vitest'
import { gradePoints, mixWords, RUBRIC_ALONE } from './grade'
import { type Criterion, rubricPoints, rubricShare } from './rubric'

const levels = ['', '', '', '', ''] as const
const CRITERIA: readonly Criterion[] = ['words', 'argues', 'answers', 'asks'].map((id) => ({
  id,
  name: id,
  weight: 1,
  levels,
}))
const GIVEN = { words: 4, argues: 3, answers: 2, asks: 3 } as const
const MIX = { rubric: 0.7, participation: 0.3 }

describe('a rubric', () => {
  it('gives the weighted mean of its levels once every criterion is judged', () => {
    expect(rubricPoints(CRITERIA, GIVEN)).toEqual({ given: 12, most: 16 })
    expect(rubricShare(CRITERIA, GIVEN)).toBe(0.75)
    expect(rubricShare(CRITERIA, { words: 4 })).toBeNull()
    const doubled = CRITERIA.map((each) => (each.id === 'answers' ? { ...each, weight: 2 } : each))
    expect(rubricShare(doubled, GIVEN)).toBeCloseTo(14 / 20, 9)
    expect(rubricShare([], {})).toBeNull()
  })
})

describe('a grade', () => {
  it('mixes rubric and participation as stated, to three decimals', () => {
    expect(gradePoints({ rubric: 0.75, participation: 0.83, points: null }, MIX, 100)).toBe(77.4)
    expect(gradePoints({ rubric: 1 / 3, participation: 0, points: null }, RUBRIC_ALONE, 10)).toBe(
      3.333,
    )
    expect(mixWords(MIX)).toBe('70 % rubric + 30 % participation')
  })

  it('is what somebody typed where they did, and nothing while the rubric is not judged', () => {
    expect(gradePoints({ rubric: null, participation: 1, points: 8 }, MIX, 100)).toBe(8)
    expect(gradePoints({ rubric: null, participation: 1, points: null }, MIX, 100)).toBeNull()
  })
})
