import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnnotatedRange, raise, type Segment, segmentsOf, segmentsWithin } from './segments'

const LENGTH = 40
const ranges = fc.array(
  fc.record({
    start: fc.nat(LENGTH),
    end: fc.nat(LENGTH),
    count: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    mine: fc.boolean(),
    private: fc.boolean(),
    resolved: fc.boolean(),
  }),
  { maxLength: 12 },
)

const open = { mine: false, private: false, resolved: false }

/** What one place looks like, by the words of the rule. */
function lookAt(all: readonly AnnotatedRange[], offset: number) {
  const covering = all.filter(({ start, end }) => start <= offset && offset < end)
  if (covering.length === 0) return null
  const level = Math.min(
    4,
    covering.reduce((sum, { count = 1 }) => sum + count, 0),
  )
  if (covering.every(({ resolved }) => resolved)) return { level, state: 'resolved' }
  if (covering.every((range) => range.private)) return { level, state: 'private' }
  return { level, state: covering.some(({ mine }) => mine) ? 'mine' : 'others' }
}

function shownAt(segments: readonly Segment[], offset: number) {
  const found = segments.filter(({ start, end }) => start <= offset && offset < end)
  expect(found.length).toBeLessThanOrEqual(1)
  return found[0] ? { level: found[0].level, state: found[0].state } : null
}

function expectOrderly(segments: readonly Segment[]): void {
  for (const [index, segment] of segments.entries()) {
    expect(segment.start).toBeLessThan(segment.end)
    const next = segments[index + 1]
    if (!next) continue
    expect(segment.end).toBeLessThanOrEqual(next.start)
    const isAlike = segment.level === next.level && segment.state === next.state
    expect(segment.end === next.start && isAlike).toBe(false)
  }
}

describe('flattening', () => {
  it('shows at every place what covers it, in order, disjoint and joined', () => {
    fc.assert(
      fc.property(ranges, (all) => {
        const segments = segmentsOf(all)
        expectOrderly(segments)
        for (let offset = 0; offset <= LENGTH; offset += 1) {
          expect(shownAt(segments, offset)).toEqual(lookAt(all, offset))
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each<[string, AnnotatedRange[], Segment[]]>([
    ['nothing for nothing', [], []],
    ['nothing for an empty range', [{ start: 3, end: 3, ...open }], []],
    [
      'one piece where two ranges meet and look alike',
      [
        { start: 0, end: 3, ...open },
        { start: 3, end: 6, ...open },
      ],
      [{ start: 0, end: 6, level: 1, state: 'others' }],
    ],
    [
      'four and no more for a crowd',
      [{ start: 0, end: 2, count: 900, ...open }],
      [{ start: 0, end: 2, level: 4, state: 'others' }],
    ],
    [
      'a resolved note only where nothing open lies on it',
      [
        { start: 0, end: 4, ...open, resolved: true },
        { start: 2, end: 6, ...open },
      ],
      [
        { start: 0, end: 2, level: 1, state: 'resolved' },
        { start: 2, end: 4, level: 2, state: 'others' },
        { start: 4, end: 6, level: 1, state: 'others' },
      ],
    ],
  ])('gives %s', (_, all, segments) => {
    expect(segmentsOf(all)).toEqual(segments)
  })
})

describe('one more annotation', () => {
  const counted = ranges.map((all) => all.map((range) => ({ ...range, count: 1 })))

  it('gives the level that flattening anew would give, and stays orderly', () => {
    fc.assert(
      fc.property(counted, counted, (before, more) => {
        const segments = more.reduce<readonly Segment[]>(raise, segmentsOf(before))
        expectOrderly(segments)
        for (let offset = 0; offset <= LENGTH; offset += 1) {
          const expected = lookAt([...before, ...more], offset)?.level
          expect(shownAt(segments, offset)?.level).toBe(expected)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the state that flattening anew would give, where nothing is private or resolved', () => {
    const plain = counted.map((all) =>
      all.map((range) => ({ ...range, private: false, resolved: false })),
    )
    fc.assert(
      fc.property(plain, plain, (before, more) => {
        expect(more.reduce<readonly Segment[]>(raise, segmentsOf(before))).toEqual(
          segmentsOf([...before, ...more]),
        )
      }),
    )
  })

  it('leaves the given segments as they were', () => {
    const before = segmentsOf([{ start: 0, end: 9, ...open }])
    raise(before, { start: 3, end: 6, ...open })
    expect(before).toEqual([{ start: 0, end: 9, level: 1, state: 'others' }])
  })
})

describe('the segments within a stretch', () => {
  it('are those that lie there, cut at its borders', () => {
    fc.assert(
      fc.property(ranges, fc.nat(LENGTH), fc.nat(LENGTH), (all, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const segments = segmentsOf(all)
        const expected = segments
          .map((segment) => ({
            ...segment,
            start: Math.max(segment.start, from),
            end: Math.min(segment.end, to),
          }))
          .filter(({ start, end }) => start < end)
        expect(segmentsWithin(segments, from, to)).toEqual(expected)
      }),
    )
  })
})
