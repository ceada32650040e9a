import { fc, test as law } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { credence, pointsOf, priorityAt, rankOf, type Weighed } from './priority'

const DAY = 86_400_000
const at = (days: number) => new Date(days * DAY)
const weighed = (facts: Partial<Weighed>): Weighed => ({
  reasons: [],
  reporters: [],
  others: 0,
  ...facts,
})

describe('the points of an item', () => {
  test('a new reporter counts half, one who was always right more, one who never was less', () => {
    expect(credence({ right: 0, decided: 0 })).toBe(0.5)
    expect(credence({ right: 8, decided: 8 })).toBe(0.9)
    expect(credence({ right: 0, decided: 8 })).toBe(0.1)
  })

  test.each([
    ['the gravest of several reasons', { reasons: ['unsourced', 'harassment'] }, 4],
    [
      'every reporter',
      {
        reasons: ['spam'],
        reporters: [
          { right: 0, decided: 0 },
          { right: 1, decided: 1 },
        ],
      },
      3 + 0.5 + 2 / 3,
    ],
    ['nine others as one point', { reasons: ['unanswered'], others: 9 }, 3],
    ['any number of others as two at most', { reasons: ['unanswered'], others: 1e9 }, 4],
    ['an unknown reason as nothing', { reasons: ['fnord'] }, 0],
  ])('count %s', (_, facts, points) => {
    expect(pointsOf(weighed(facts))).toBeCloseTo(points, 9)
  })
})

describe('the order of a queue', () => {
  const anyAge = fc.integer({ min: 0, max: 40_000 })
  const anyPoints = fc.double({ min: 0, max: 20, noNaN: true })

  law.prop([anyPoints, anyAge, anyPoints, anyAge])(
    'is what the priorities say, today and at any later time',
    (p, a, q, b) => {
      const now = 40_000
      const [first, second] = [p + (now - a), q + (now - b)]
      if (Math.abs(first - second) < 1e-6) return
      expect(rankOf(p, at(a)) > rankOf(q, at(b))).toBe(first > second)
    },
  )

  test('lets whatever waits long enough come first', () => {
    const grave = rankOf(pointsOf(weighed({ reasons: ['harassment'] })), at(20))
    expect(rankOf(pointsOf(weighed({ reasons: ['stale'] })), at(10))).toBeGreaterThan(grave)
  })

  test('is explained in parts that make the whole', () => {
    const facts = weighed({ reasons: ['harassment'], reporters: [{ right: 0, decided: 0 }] })
    expect(priorityAt(facts, { createdAt: at(10), now: at(12) })).toEqual({
      total: 6.5,
      parts: [
        { name: 'reason', value: 4 },
        { name: 'reporters', value: 0.5 },
        { name: 'age', value: 2 },
      ],
    })
  })
})
