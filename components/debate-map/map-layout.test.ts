import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { GraphShape } from '@/lib/debates/contract/debates'
import { foldedAtFirst, remarksOf, treesOf, visibleIn } from './argument-tree'
import { mapLayout, thickness, within } from './map-layout'
import { strengthsOf } from './strengths'
import { wrapped } from './wrap-words'

const node = (id: string, facts: Partial<GraphShape['nodes'][number]> = {}) => ({
  id,
  kind: 'claim' as const,
  text: `Claim ${id} says something of a certain length, and then a little more.`,
  voters: 3,
  citations: 1,
  contested: null,
  mean: null,
  forecast: false,
  open: false,
  ...facts,
})
const edge = (
  parentId: string,
  childId: string,
  relation: 'supports' | 'opposes' = 'supports',
) => ({
  id: `${parentId}>${childId}`,
  parentId,
  childId,
  relation,
  attacks: relation === 'opposes' ? 'fact' : null,
})

const GRAPH: GraphShape = {
  debateId: 'd',
  nodes: [node('t', { kind: 'thesis' }), node('a'), node('b', { citations: 0 }), node('c')],
  edges: [edge('t', 'a'), edge('t', 'b', 'opposes'), edge('a', 'c'), edge('b', 'c')],
}

describe('the tree of a debate', () => {
  test('shows a claim that hangs on two below each, opened where it stands first', () => {
    const [tree] = treesOf(GRAPH)
    const seen = visibleIn(tree ? [tree] : [], new Set())
    expect(seen.map(({ key, again }) => [key, again])).toEqual([
      ['t', false],
      ['t>a', false],
      ['a>c', false],
      ['t>b', false],
      ['b>c', true],
    ])
    expect(seen.map(remarksOf)).toEqual([
      '',
      '',
      '',
      'disputes the fact · no evidence yet',
      'as above',
    ])
  })

  test('leaves out what is folded', () => {
    expect(visibleIn(treesOf(GRAPH), new Set(['t>a'])).map(({ key }) => key)).toEqual([
      't',
      't>a',
      't>b',
      'b>c',
    ])
  })

  test('folds what lies deep in large debates alone', () => {
    expect(foldedAtFirst(treesOf(GRAPH)).size).toBe(0)
    const many = Array.from({ length: 400 }, (_, at) => `${at}`)
    const large = {
      debateId: 'd',
      nodes: [node('t', { kind: 'thesis' }), ...many.map((id) => node(id))],
      edges: many.map((id, at) => edge(at < 20 ? 't' : `${at - 20}`, id)),
    }
    const trees = treesOf(large)
    expect(visibleIn(trees, foldedAtFirst(trees)).length).toBe(41)
  })
})

describe('the map', () => {
  const graphs: fc.Arbitrary<GraphShape> = fc
    .array(fc.nat(), { minLength: 1, maxLength: 40 })
    .map((parents) => ({
      debateId: 'd',
      nodes: [node('0', { kind: 'thesis' }), ...parents.map((_, at) => node(`${at + 1}`))],
      edges: parents.map((parent, at) => edge(`${parent % (at + 1)}`, `${at + 1}`)),
    }))

  property.prop([graphs])(
    'lays boxes so that none covers another, children to the right of parents',
    (graph) => {
      const [tree] = treesOf(graph)
      if (!tree) throw new Error('a thesis was given')
      const { boxes, edges } = mapLayout(tree, new Set())
      expect(edges).toHaveLength(boxes.length - 1)
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y
          expect(apart).toBe(true)
        }
      }
      for (const { left, right } of edges) expect(left).toBeLessThan(right)
    },
  )

  test('draws what touches the window', () => {
    const [tree] = treesOf(GRAPH)
    if (!tree) throw new Error('a thesis was given')
    const layout = mapLayout(tree, new Set())
    const all = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }
    expect(within(layout, all).boxes).toHaveLength(5)
    const first = layout.boxes[0]
    const corner = { left: -10, top: (first?.y ?? 0) + 1, right: 10, bottom: (first?.y ?? 0) + 5 }
    expect(within(layout, corner).boxes.map(({ tree: { key } }) => key)).toEqual(['t'])
  })

  test('draws what many voted on thicker, up to a measure', () => {
    expect(thickness(0)).toBeLessThan(thickness(1))
    expect(thickness(10_000)).toBe(4.5)
  })
})

test('words are wrapped, and end in an ellipsis where there are too many', () => {
  expect(wrapped('one two three four', 8, 4)).toEqual(['one two', 'three', 'four'])
  expect(wrapped('one two three four', 8, 2)).toEqual(['one two', 'three…'])
})

test('the computed view begins with what one may see of the votes', () => {
  const graph = {
    ...GRAPH,
    nodes: [
      node('t', { kind: 'thesis' }),
      node('a', { mean: 1 }),
      node('b', { mean: 0 }),
      node('c'),
    ],
  }
  const strengths = strengthsOf(graph)
  expect(strengths.get('c')).toBe(0.5)
  expect(strengths.get('a')).toBe(1)
  expect(strengths.get('b')).toBe(0.5) // 0 + (1 − 0) · 0.5
  expect(strengths.get('t')).toBe(0.75) // 0.5 + 0.5 · (1 − 0.5)
})
