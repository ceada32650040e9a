import { describe, expect, it } from 'vitest'
import { linesOf, outlinePath } from './outline-path'

describe('the lines of a passage', () => {
  it('joins what lies on one line, in any order, and leaves out what has no width', () => {
    expect(
      linesOf([
        { left: 0, top: 30, right: 40, bottom: 50 },
        { left: 60, top: 0, right: 100, bottom: 20 },
        { left: 100, top: 1, right: 160, bottom: 21 },
        { left: 160, top: 0, right: 160, bottom: 20 },
      ]),
    ).toEqual([
      { left: 60, top: 0, right: 160, bottom: 21 },
      { left: 0, top: 30, right: 40, bottom: 50 },
    ])
  })
})

describe('the outline', () => {
  it('is a rectangle around one line', () => {
    expect(outlinePath([{ left: 10, top: 10, right: 50, bottom: 30 }], 2)).toBe(
      'M52 8L52 32L8 32L8 8Z',
    )
  })

  it('is one shape around lines that meet, outside both where they differ', () => {
    const lines = [
      { left: 50, top: 0, right: 100, bottom: 20 },
      { left: 0, top: 20, right: 80, bottom: 40 },
    ]
    expect(outlinePath(lines, 2)).toBe('M102 -2L102 22L82 22L82 42L-2 42L-2 18L48 18L48 -2Z')
  })

  it('is two shapes around lines that do not meet', () => {
    const lines = [
      { left: 90, top: 0, right: 100, bottom: 20 },
      { left: 0, top: 20, right: 40, bottom: 40 },
    ]
    expect(outlinePath(lines, 0).match(/M/g)).toHaveLength(2)
  })
})
