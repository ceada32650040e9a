import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { bridge } from './bridge'
import { brierScore, calibration } from './brier'
import { childRank, lotOf } from './child-rank'
import { CONTESTED_FROM, contested } from './contested'
import {
  type Distribution,
  distributionOf,
  meanOf,
  NO_VOTES,
  votersIn,
  yesIn,
} from './distribution'
import { forecastLine, quantile } from './forecast-line'
import { changedWords, stanceSummary } from './stance'
import { wilsonLowerBound } from './wilson'

const count = fc.nat(200)
const distribution = fc.tuple(count, count, count, count, count)

describe('a distribution', () => {
  test('counts who chose what; 3 and 4 are a yes', () => {
    const counts = distributionOf([0, 3, 3, 4, 2, 7])
    expect(counts).toEqual([1, 0, 1, 2, 1])
    expect([votersIn(counts), yesIn(counts), meanOf(counts)]).toEqual([5, 3, 2.4])
    expect(meanOf(NO_VOTES)).toBeNull()
  })
})

describe('contested', () => {
  test.each<[Distribution, number]>([
    [[1, 2, 4, 7, 4], 0.79], // u = 11 of 18: p̃ = 12/20, 4·0.6·0.4·18/22
    [[2, 1, 2, 6, 7], 0.69], // u = 13 of 18: p̃ = 14/20
    [[3, 5, 4, 3, 1], 0.64], // u = 4 of 16: p̃ = 5/18
    [[0, 0, 0, 0, 1], 0.18], // one vote says little either way
    [[3, 0, 0, 0, 3], CONTESTED_FROM],
    [NO_VOTES, 0],
  ])('of %j is %d', (counts, value) => {
    expect(contested(counts)).toBeCloseTo(value, 2)
  })

  property.prop([distribution])(
    'lies between 0 and 1, and is the same when yes and no change places',
    (counts) => {
      const value = contested(counts)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThan(1)
      const [no, , , ,] = [votersIn(counts) - yesIn(counts)]
      expect(contested([yesIn(counts), 0, 0, no, 0])).toBeCloseTo(value, 10)
    },
  )
})

describe("Wilson's lower bound", () => {
  test.each<[number, number, number]>([
    [0, 0, 0],
    [1, 1, 0.379],
    [3, 3, 0.647],
    [8, 10, 0.602],
    [80, 100, 0.744],
    [0, 10, 0],
  ])('of %d in %d is %d', (yes, n, value) => {
    expect(wilsonLowerBound(yes, n)).toBeCloseTo(value, 3)
  })

  property.prop([count, count])(
    'is below the share, and nearer to it with more of the same votes',
    (yes, no) => {
      fc.pre(yes > 0)
      const n = yes + no
      const bound = wilsonLowerBound(yes, n)
      expect(bound).toBeLessThanOrEqual(yes / n)
      expect(wilsonLowerBound(yes * 4, n * 4)).toBeGreaterThanOrEqual(bound)
    },
  )
})

describe('bridge', () => {
  test('is the geometric mean over the camps', () => {
    // (7+1)/(9+2) and (2+1)/(7+2): √(0.727 · 0.333)
    expect(
      bridge([
        { seen: 9, agree: 7 },
        { seen: 7, agree: 2 },
      ]),
    ).toBeCloseTo(0.492, 3)
  })

  test('counts a third camp once it has three voters', () => {
    const two = [
      { seen: 3, agree: 3 },
      { seen: 3, agree: 3 },
    ]
    expect(bridge([...two, { seen: 2, agree: 0 }])).toBeCloseTo(0.8, 10)
    expect(bridge([...two, { seen: 3, agree: 0 }])).toBeCloseTo((0.8 * 0.8 * 0.2) ** (1 / 3), 10)
  })

  test('has too few to say below two camps of three', () => {
    expect(
      bridge([
        { seen: 30, agree: 30 },
        { seen: 2, agree: 2 },
      ]),
    ).toBeNull()
    expect(bridge([])).toBeNull()
  })

  const camp = fc.nat(50).chain((seen) => fc.nat(seen).map((agree) => ({ seen: seen + 3, agree })))
  property.prop([camp, camp])('rises when anybody in any camp comes round', (one, other) => {
    const before = bridge([one, other])
    const after = bridge([{ ...one, agree: one.agree + 1 }, other])
    expect(after).toBeGreaterThan(before ?? 1)
  })
})

describe('the order of children', () => {
  test('is by lot until three people have voted, then by the bound', () => {
    expect(childRank('a link', [0, 0, 0, 0, 2])).toBe(lotOf('a link'))
    expect(childRank('a link', [0, 0, 0, 0, 3])).toBe(wilsonLowerBound(3, 3))
  })

  property.prop([fc.string()])('draws the same lot at every look, in [0, 1)', (id) => {
    expect(lotOf(id)).toBe(lotOf(id))
    expect(lotOf(id)).toBeGreaterThanOrEqual(0)
    expect(lotOf(id)).toBeLessThan(1)
  })

  test('draws evenly', () => {
    const lots = Array.from({ length: 4_000 }, (_, at) => lotOf(`0192f000-0000-7000-8000-${at}`))
    expect(lots.reduce((sum, lot) => sum + lot, 0) / lots.length).toBeCloseTo(0.5, 1)
    expect(lots.filter((lot) => lot < 0.25).length / lots.length).toBeCloseTo(0.25, 1)
  })
})

describe('stances', () => {
  test('tell who moved', () => {
    const summary = stanceSummary([
      { opening: 'agree', now: 'agree' },
      { opening: 'agree', now: 'disagree' },
      { opening: 'unsure', now: 'agree' },
    ])
    expect(summary.opening).toEqual({ agree: 2, unsure: 1, disagree: 0 })
    expect(summary.now).toEqual({ agree: 2, unsure: 0, disagree: 1 })
    expect(changedWords(summary)).toBe('2 of 3 changed their mind')
  })

  test('say so when nobody has said or changed anything', () => {
    expect(changedWords(stanceSummary([]))).toBe('Nobody has taken a stance yet')
    expect(changedWords(stanceSummary([{ opening: 'agree', now: 'agree' }]))).toBe(
      'Nobody of 1 has changed their mind',
    )
  })
})

describe('the Brier score', () => {
  test('is the mean square of what one was wrong by', () => {
    expect(
      brierScore([
        { probability: 0.7, happened: true },
        { probability: 0.4, happened: false },
      ]),
    ).toBeCloseTo((0.09 + 0.16) / 2, 10)
    expect(brierScore([{ probability: 0.5, happened: false }])).toBe(0.25)
    expect(brierScore([])).toBeNull()
  })

  const settled = fc.record({
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    happened: fc.boolean(),
  })
  property.prop([fc.array(settled, { minLength: 1 })])('lies between 0 and 1', (forecasts) => {
    const score = brierScore(forecasts)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  })

  property.prop([fc.array(settled)])(
    'each forecast falls in one bin of the calibration',
    (forecasts) => {
      const bins = calibration(forecasts)
      expect(bins.reduce((sum, bin) => sum + bin.forecasts, 0)).toBe(forecasts.length)
    },
  )

  test('calibration tells what happened of what was called so likely', () => {
    expect(
      calibration([
        { probability: 0.9, happened: true },
        { probability: 1, happened: false },
        { probability: 0.1, happened: false },
      ]),
    ).toEqual([
      { from: 0, to: 0.2, forecasts: 1, mean: 0.1, happened: 0 },
      { from: 0.8, to: 1, forecasts: 2, mean: 0.95, happened: 0.5 },
    ])
  })
})

describe('the line of a forecast', () => {
  test('holds what each last said at each moment', () => {
    const line = forecastLine(
      [
        { personId: 'a', probability: 0.4, at: 0 },
        { personId: 'b', probability: 0.6, at: 50 },
        { personId: 'a', probability: 0.8, at: 100 },
      ],
      100,
      3,
    )
    expect(line.map(({ median, people }) => [Number(median.toFixed(2)), people])).toEqual([
      [0.4, 1],
      [0.5, 2],
      [0.7, 2],
    ])
  })

  test('is nothing without probabilities', () => {
    expect(forecastLine([], 100)).toEqual([])
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
  })
})
