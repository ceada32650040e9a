import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type Card, layoutAround, layoutCards } from './margin-layout'

const GAP = 8
const ROUNDING = 1e-6

const cards = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 28, max: 600 })), {
    minLength: 1,
    maxLength: 120,
  })
  .map((pairs) =>
    pairs
      .toSorted(([a], [b]) => a - b)
      .map(([anchor, height], index): Card => ({ id: String(index), anchor, height })),
  )

function tops(of: readonly Card[], placed: ReadonlyMap<string, number>): number[] {
  return of.map(({ id }) => placed.get(id) ?? Number.NaN)
}

function overlaps(of: readonly Card[], placed: ReadonlyMap<string, number>): number {
  const at = tops(of, placed)
  return of.filter(({ height }, index) => {
    const next = at[index + 1]
    return next !== undefined && (at[index] ?? 0) + height + GAP > next + ROUNDING
  }).length
}

describe('cards in the margin', () => {
  test.prop([cards])('never overlap, keep their order and stay below the top', (given) => {
    const placed = layoutCards(given, { gap: GAP })
    expect(overlaps(given, placed)).toBe(0)
    expect(Math.min(...tops(given, placed))).toBeGreaterThanOrEqual(-ROUNDING)
  })

  test.prop([cards, fc.nat()])('leave the open card exactly at its passage', (given, pick) => {
    const pinned = given[pick % given.length]
    const placed = layoutCards(given, { gap: GAP, pinnedId: pinned?.id })
    expect(placed.get(pinned?.id ?? '')).toBe(pinned?.anchor)
    expect(overlaps(given, placed)).toBe(0)
  })

  test.prop([cards])('are displaced no more in sum of squares than by pushing down', (given) => {
    const placed = tops(given, layoutCards(given, { gap: GAP, top: Number.NEGATIVE_INFINITY }))
    let bottom = Number.NEGATIVE_INFINITY
    const greedy = given.map(({ anchor, height }) => {
      const top = Math.max(anchor, bottom)
      bottom = top + height + GAP
      return top
    })
    const cost = (at: readonly number[]) =>
      given.reduce((sum, { anchor }, index) => sum + (anchor - (at[index] ?? 0)) ** 2, 0)
    expect(cost(placed)).toBeLessThanOrEqual(cost(greedy) + 1e-3)
  })

  it('stand at their passages when there is room', () => {
    const given = [
      { id: 'a', anchor: 10, height: 100 },
      { id: 'b', anchor: 400, height: 100 },
    ]
    expect([...layoutCards(given)]).toEqual([
      ['a', 10],
      ['b', 400],
    ])
  })

  it('share a crowded place above and below it', () => {
    const given = [
      { id: 'a', anchor: 300, height: 92 },
      { id: 'b', anchor: 300, height: 92 },
    ]
    expect([...layoutCards(given)]).toEqual([
      ['a', 250],
      ['b', 350],
    ])
  })
})

describe('around an open debate', () => {
  const card = (id: string, anchor: number, height = 100) => ({ id, anchor, height })
  const debate = { top: 400, bottom: 1_000 }

  test('cards stand before it or behind it, never under it', () => {
    const cards = [card('a', 100), card('b', 350), card('c', 380), card('d', 1_010)]
    const tops = layoutAround(cards, [debate])
    for (const { id, height } of cards) {
      const top = tops.get(id) ?? 0
      expect(top + height <= debate.top || top >= debate.bottom).toBe(true)
    }
    expect([tops.get('a'), tops.get('b'), tops.get('c')]).toEqual([76, 184, 292])
    expect(tops.get('d')).toBeGreaterThanOrEqual(1_008)
  })

  test('those that find no room before it stand below it', () => {
    const cards = Array.from({ length: 6 }, (_, at) => card(`c${at}`, 100 + at))
    const tops = layoutAround(cards, [debate])
    const below = cards.filter(({ id }) => (tops.get(id) ?? 0) >= debate.bottom)
    expect(below.map(({ id }) => id)).toEqual(['c3', 'c4', 'c5'])
  })
})
