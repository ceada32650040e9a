import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import {
  applied,
  archive,
  belowOf,
  type Change,
  type Link,
  linkUnder,
  merge,
  move,
  reverseOf,
  split,
  unlink,
  wouldLoop,
} from './restructure'

const link = (parentId: string, childId: string, facts: Partial<Link> = {}): Link => ({
  id: `${parentId}>${childId}`,
  parentId,
  childId,
  relation: 'supports',
  attacks: null,
  ...facts,
})
const counter = () => {
  let made = 0
  return () => `new${++made}`
}
const pairs = (links: readonly Link[]) =>
  links.map(({ parentId, childId }) => `${parentId}>${childId}`).sort()

//   t > a > b > c
//   t > d > b        (b hangs on two)
const LINKS = [link('t', 'a'), link('a', 'b'), link('b', 'c'), link('t', 'd'), link('d', 'b')]

describe('a claim under several parents', () => {
  test('is linked without being copied, and never under itself', () => {
    expect(linkUnder(LINKS, link('t', 'c')).made).toHaveLength(1)
    expect(() => linkUnder(LINKS, link('c', 'a'))).toThrow('cannot hang on itself')
    expect(() => linkUnder(LINKS, link('a', 'b'))).toThrow('already')
    expect(wouldLoop(LINKS, 'c', 'd')).toBe(true)
    expect(belowOf(LINKS, 'd')).toEqual(new Set(['b', 'c']))
  })

  test('is taken from one of them, not from the last', () => {
    expect(pairs(applied(LINKS, unlink(LINKS, 'a>b')))).toEqual(['b>c', 'd>b', 't>a', 't>d'])
    expect(() => unlink(LINKS, 'b>c')).toThrow('nowhere else')
  })
})

describe('moving', () => {
  test('drops votes on relevance with the old parent and keeps them when only the side changes', () => {
    const to = { parentId: 't', relation: 'opposes' as const, attacks: 'fact' as const }
    const away = move(LINKS, 'b>c', to, counter())
    expect([pairs(away.taken), pairs(away.made), away.carried]).toEqual([['b>c'], ['t>c'], []])
    const aside = move(LINKS, 'b>c', { ...to, parentId: 'b' }, counter())
    expect(aside.carried).toEqual([{ from: 'b>c', to: 'new1' }])
  })

  test('of a link that somebody else moved meanwhile is a conflict', () => {
    const first = move(LINKS, 'b>c', { ...link('t', ''), parentId: 't' }, counter())
    const after = applied(LINKS, first)
    expect(() => move(after, 'b>c', { ...link('d', ''), parentId: 'd' }, counter())).toThrow(
      'meanwhile',
    )
  })
})

describe('merging', () => {
  test('brings all that hung on one to the other, and hangs that wherever the one hung', () => {
    const change = merge(LINKS, 'd', 'a', counter())
    // t>a and a>b are there already: their votes on relevance no longer apply.
    expect(change.made).toEqual([])
    expect(pairs(applied(LINKS, change))).toEqual(['a>b', 'b>c', 't>a'])
    expect(change.closed).toEqual(['d'])
  })

  test('carries votes on relevance to the new links', () => {
    const links = [link('t', 'a'), link('t', 'd'), link('d', 'e')]
    const change = merge(links, 'd', 'a', counter())
    expect(change.carried).toEqual([{ from: 'd>e', to: change.made[0]?.id }])
    expect(pairs(applied(links, change))).toEqual(['a>e', 't>a'])
  })

  test('refuses what hangs on the other', () => {
    expect(() => merge(LINKS, 'a', 'c', counter())).toThrow('hangs on the other')
    expect(() => merge(LINKS, 'c', 'a', counter())).toThrow('hangs on the other')
  })
})

test('splitting hangs the second half beside the first and takes its own children along', () => {
  const asked = { claimId: 'b', secondId: 'b2', childLinkIds: ['b>c'] }
  expect(pairs(applied(LINKS, split(LINKS, asked, counter())))).toEqual(
    ['a>b', 'a>b2', 'b2>c', 'd>b', 'd>b2', 't>a', 't>d'].sort(),
  )
  expect(() => split(LINKS, { ...asked, childLinkIds: ['t>a'] }, counter())).toThrow(
    'Only what hangs',
  )
})

describe('whatever is done', () => {
  type Step = {
    readonly kind: 'move' | 'merge' | 'split' | 'link' | 'archive'
    readonly a: number
    readonly b: number
  }
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('move', 'merge', 'split', 'link', 'archive'),
    a: fc.nat(99),
    b: fc.nat(99),
  })
  const plan = (links: readonly Link[], { kind, a, b }: Step, newId: () => string): Change => {
    const at = links[a % links.length] ?? link('t', 'a')
    const other = links[b % links.length]?.childId ?? 't'
    if (kind === 'move') return move(links, at.id, { ...at, parentId: other }, newId)
    if (kind === 'merge') return merge(links, at.childId, other, newId)
    if (kind === 'link') return linkUnder(links, link(other, at.childId, { id: newId() }))
    if (kind === 'archive') return archive(at.childId)
    const childLinkIds = links.filter(({ parentId }) => parentId === at.childId).map(({ id }) => id)
    return split(links, { claimId: at.childId, secondId: newId(), childLinkIds }, newId)
  }

  property.prop([fc.array(step, { maxLength: 12 })])(
    'nothing ever hangs on itself, and the reverse of a change takes it back',
    (steps) => {
      const newId = counter()
      let links: readonly Link[] = LINKS
      for (const each of steps) {
        let change: Change
        try {
          change = plan(links, each, newId)
        } catch {
          continue // a rule refused it
        }
        const after = applied(links, change)
        expect(pairs(applied(after, reverseOf(change)))).toEqual(pairs(links))
        links = after
        for (const { childId } of links) expect(belowOf(links, childId).has(childId)).toBe(false)
        expect(new Set(pairs(links)).size).toBe(links.length)
      }
    },
  )
})
