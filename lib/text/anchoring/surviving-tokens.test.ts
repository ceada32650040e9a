import { describe, expect, it } from 'vitest'
import { orderOf } from './order'
import { survivingTokens } from './surviving-tokens'
import { type Comparison, compare, link } from './words/comparison'

const OLD = 'Ships paid a toll at the gate of the harbour every spring.'
const FAR = 'and nobody who lived then could say how many had crossed before'

/** What is left of the first `count` words when those with these numbers became those. */
function left(newText: string, count: number, pairs: readonly (readonly [number, number])[]) {
  const comparison: Comparison = compare(OLD, newText)
  for (const [old, now] of pairs) link(comparison, old, now)
  const words = Array.from({ length: count }, (_, n) => n + 1)
  return survivingTokens(comparison, orderOf(comparison), words)
}

describe('what is left of a passage', () => {
  it('is no word that went far from the rest, unless it stands beside what it stood beside', () => {
    const text = `Ships paid a toll ${FAR} the gate of the harbour every spring.`
    const near = [1, 2, 3, 4].map((token) => [token, token] as const)
    expect(left(text, 7, [...near, [6, 17]])).toEqual([1, 2, 3, 4])
    const beside = [6, 7, 8, 9, 10].map((token) => [token, token + 11] as const)
    expect(left(text, 7, [...near, ...beside])).toEqual([1, 2, 3, 4, 6, 7])
  })

  it('is nothing where only a word is left that any passage has', () => {
    const text = `Somebody ${FAR} the walls.`
    expect(left(text, 7, [[6, 14]])).toEqual([])
    expect(left(text.replace('walls', 'harbour'), 10, [[10, 15]])).toEqual([10])
  })

  it('is whatever is left where the rest was only taken out', () => {
    expect(left('The', 11, [[9, 1]])).toEqual([9])
  })

  it('is the part that tells most, where its parts went different ways', () => {
    const text = `the gate of the harbour ${FAR} ${FAR} Ships paid.`
    const parts = [
      [1, 30],
      [2, 31],
      [7, 2],
      [8, 3],
      [9, 4],
      [10, 5],
    ] as const
    expect(left(text, 10, parts)).toEqual([7, 8, 9, 10])
  })
})
