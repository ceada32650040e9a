import { describe, expect, test } from 'vitest'
import { type KeptRun, offsetMapOf, trueRuns } from './kept-runs'

const oldText = 'one two three'
const newText = 'three, one two'
const runs: KeptRun[] = [
  [8, 0, 5],
  [0, 7, 7],
]

describe('what was kept', () => {
  test('is believed where both texts say the same, and put in order', () => {
    expect(trueRuns(runs, { oldText, newText })).toEqual([
      [0, 7, 7],
      [8, 0, 5],
    ])
  })

  test.each<[string, KeptRun]>([
    ['words that are not the same', [0, 0, 3]],
    ['beyond the old text', [11, 3, 9]],
    ['beyond the new text', [8, 12, 5]],
    ['before both', [-1, 0, 2]],
    ['nothing', [0, 0, 0]],
  ])('is not believed of %s', (_, run) => {
    expect(trueRuns([run], { oldText, newText })).toEqual([])
  })

  test('stands in one place: of two runs that share characters the later one is dropped', () => {
    const twice: KeptRun[] = [
      [0, 0, 3],
      [2, 2, 1],
    ]
    expect(trueRuns(twice, { oldText: 'aaaa', newText: 'aaaa' })).toEqual([[0, 0, 3]])
  })
})

test('an offset goes where the character beside it went, and nowhere when that is gone', () => {
  const map = offsetMapOf(trueRuns(runs, { oldText, newText }))
  expect(map(0, 'start')).toBe(7)
  expect(map(7, 'end')).toBe(14)
  expect(map(8, 'start')).toBe(0)
  expect(map(13, 'end')).toBe(5)
  expect(map(7, 'start')).toBeNull()
  expect(map(0, 'end')).toBeNull()
  expect(offsetMapOf([])(3, 'start')).toBeNull()
})
