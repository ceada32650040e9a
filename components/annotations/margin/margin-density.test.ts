import { describe, expect, it } from 'vitest'
import { denseCards } from './margin-density'

function cardsAt(count: number, step: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    anchor: 1_000 + at * step,
    height: 118,
  }))
}

describe('crowded notes', () => {
  it('stay cards while they stand near their passages', () => {
    const { compact, folds } = denseCards(cardsAt(5, 60), { window: 600, pinnedId: null })
    expect([compact.size, folds.length]).toEqual([0, 0])
  })

  it('become rows when they would be pushed too far', () => {
    const { compact } = denseCards(cardsAt(12, 20), { window: 600, pinnedId: null })
    expect(compact.size).toBe(12)
  })

  it('leave the open one as it is', () => {
    const { compact } = denseCards(cardsAt(12, 20), { window: 600, pinnedId: 'c3' })
    expect(compact.has('c3')).toBe(false)
  })

  it('become rows rather than be pushed off the top by an open one', () => {
    const cards = [40, 60, 80, 100].map((anchor, at) => ({
      id: `c${at}`,
      anchor: anchor * 2,
      height: 118,
    }))
    const { compact } = denseCards(cards, { window: 600, pinnedId: 'c3' })
    expect([...compact]).toEqual(['c0', 'c1', 'c2'])
  })

  it('are folded where even rows find no room, and none is lost', () => {
    const cards = cardsAt(200, 1)
    const { compact, folds } = denseCards(cards, { window: 600, pinnedId: null })
    const folded = folds.flatMap(({ ids }) => ids)
    expect(compact.size).toBe(16)
    expect(new Set([...compact, ...folded]).size).toBe(cards.length)
    expect(folds.map(({ after }) => after)).toEqual(['c15'])
  })

  it('give way to their neighbours: a run near a crowded one stays cards', () => {
    const near = [
      { id: 'a', anchor: 300, height: 118 },
      { id: 'b', anchor: 340, height: 118 },
    ]
    const { compact } = denseCards([...near, ...cardsAt(12, 20)], { window: 600, pinnedId: null })
    expect([compact.has('a'), compact.has('b')]).toEqual([false, false])
  })

  it('do not make rows of those far away that they push, beside an empty margin', () => {
    const crowd = cardsAt(9, 60)
    const far = ['x', 'y'].map((id) => ({ id, anchor: 2_150, height: 118 }))
    const { compact } = denseCards([...crowd, ...far], { window: 540, pinnedId: null })
    expect([compact.has('x'), compact.has('y')]).toEqual([false, false])
    const between = [1_600, 1_610, 1_620, 1_630].map((anchor, at) => ({
      id: `between-${at}`,
      anchor,
      height: 140,
    }))
    const more = denseCards([...crowd, ...between, ...far], { window: 540, pinnedId: null })
    expect([more.compact.has('x'), more.compact.has('y')]).toEqual([false, false])
  })

  it('give way to those they push: the run after a crowded one stays cards, wherever it was pushed', () => {
    const crowd = cardsAt(11, 45)
    const after = [1_600, 1_690, 1_780, 1_815, 1_950].map((anchor, at) => ({
      id: `after-${at}`,
      anchor,
      height: 132,
    }))
    const { compact } = denseCards([...crowd, ...after], { window: 540, pinnedId: null })
    expect([...compact]).toEqual(crowd.map(({ id }) => id))
  })
})
