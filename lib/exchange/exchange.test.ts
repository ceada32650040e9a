import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type ArgumentGraph, reachable } from '@/lib/debates/argument-graph'
import { groupedBy } from '@/lib/grouped'
import { aifOf } from './aif'
import { kialoLines, kialoNumbers } from './kialo'
import { type NestedClaim, nestedOf } from './nested'
import { outlineLines, outlineOf } from './outline'
import { planned } from './outline-line'

const node = (id: string, kind: 'thesis' | 'claim' | 'question' = 'claim') => ({
  id,
  kind,
  text: `Says ${id}.`,
  explanation: id === 'a' ? 'Since\nso.' : '',
  authorName: 'Ana',
  createdAt: '2026-01-01T00:00:00.000Z',
})

const GRAPH: ArgumentGraph = {
  nodes: [node('t', 'thesis'), node('a'), node('b'), node('c'), node('q', 'question')],
  edges: [
    { id: '1', parentId: 't', childId: 'a', relation: 'supports', attacks: null },
    { id: '2', parentId: 'a', childId: 'b', relation: 'opposes', attacks: 'inference' },
    { id: '3', parentId: 't', childId: 'c', relation: 'opposes', attacks: 'fact' },
    { id: '4', parentId: 'c', childId: 'b', relation: 'supports', attacks: null },
    { id: '5', parentId: 't', childId: 'q', relation: 'asks', attacks: null },
  ],
}

describe('the Argument Interchange Format', () => {
  const aif = aifOf(GRAPH)
  test('makes a node of every statement and of every link', () => {
    const types = groupedBy(aif.nodes, ({ type }) => type)
    expect([...types].map(([type, nodes]) => [type, nodes.length])).toEqual([
      ['I', 5],
      ['RA', 2],
      ['CA', 2],
      ['YA', 1],
    ])
  })

  test('lets an objection to an inference undercut it', () => {
    expect(aif.edges).toContainEqual({ edgeID: '2-out', fromID: '2', toID: '1' })
    expect(aif.edges).toContainEqual({ edgeID: '3-out', fromID: '3', toID: 't' })
  })

  test('leads every edge from a node to a node', () => {
    const ids = new Set(aif.nodes.map(({ nodeID }) => nodeID))
    expect(aif.edges.every(({ fromID, toID }) => ids.has(fromID) && ids.has(toID))).toBe(true)
  })
})

describe('our outline', () => {
  const outline = outlineOf(nestedOf(GRAPH))
  test('writes a claim that hangs on two out once and names it again', () => {
    expect(outline).toBe(`# Says t.

- [supports] Says a.
  > Since
  > so.
  - [opposes: inference] Says b.
- [opposes: fact] Says c.
  - [supports, as above] Says b.
- [asks] Says q.
`)
  })

  test('is read as it was written', () => {
    const plan = planned(outlineLines(outline), ({ text }) => text)
    expect(
      plan.map(({ kind, parent, sameAs, problem }) => [kind, parent, sameAs, problem]),
    ).toEqual([
      ['thesis', null, null, null],
      ['claim', 0, null, null],
      ['claim', 1, null, null],
      ['claim', 0, null, null],
      ['claim', 3, 2, null],
      ['question', 0, null, null],
    ])
    expect(plan[1]?.explanation).toBe('Since\nso.')
  })

  test('tells what cannot be read, and makes nothing of what hangs on it', () => {
    const plan = planned(
      outlineLines('# T\n- [likes] A\n  - [supports] B\nloose words'),
      ({ text }) => text,
    )
    expect(plan.map(({ problem }) => problem === null)).toEqual([true, false, false, false])
    const orphan = planned(outlineLines('- [supports] A'), ({ text }) => text)
    expect(orphan[0]?.problem).toMatch('a thesis must come first')
  })

  const words = fc
    .stringMatching(/^[A-Za-zäöü,'“”– ]{1,60}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const claimAt = (levels: number): fc.Arbitrary<NestedClaim> =>
    fc.record({
      id: fc.constant('x'),
      kind: fc.constant('claim' as const),
      relation: fc.constantFrom('supports' as const, 'qualifies' as const),
      attacks: fc.constant(null),
      text: words,
      explanation: fc.oneof(fc.constant(''), words),
      author: fc.constant(null),
      sameAs: fc.constant(null),
      children: levels === 0 ? fc.constant([]) : fc.array(claimAt(levels - 1), { maxLength: 3 }),
    })
  const thesis = fc.record({ text: words, children: fc.array(claimAt(3), { maxLength: 3 }) }).map(
    ({ text, children }): NestedClaim => ({
      ...{ id: 't', kind: 'thesis', relation: null, attacks: null, text, explanation: '' },
      ...{ author: null, sameAs: null, children },
    }),
  )

  const flat = (claims: readonly NestedClaim[], depth: number): readonly unknown[][] =>
    claims.flatMap((each) => [
      [depth, each.relation, each.text, each.explanation],
      ...flat(each.children, depth + 1),
    ])

  property.prop([fc.array(thesis, { maxLength: 3 })])(
    'loses nothing on its way out and in',
    (theses) => {
      const read = outlineLines(outlineOf(theses))
      expect(
        read.map(({ depth, relation, text, explanation }) => [depth, relation, text, explanation]),
      ).toEqual(flat(theses, 0))
    },
  )
})

describe("Kialo's export", () => {
  const EXPORT = `Discussion Title: Will they fight?

1. They will fight.
1.1. Pro: They were seen at the front. [1](https://example.org)
    1.1.1. Con: Seen is not fighting,
    says [the report](https://example.org).
1.2. Con: They guard the rear.
1.2.1. Pro: -> See 1.1.1.
`
  const lines = kialoLines(EXPORT)
  const numbers = kialoNumbers(lines)
  const plan = planned(lines, (_, at) => numbers[at] ?? '')

  test('is read with its sides, its long lines and its links', () => {
    expect(numbers).toEqual(['1', '1.1', '1.1.1', '1.2', '1.2.1'])
    expect(
      plan.map(({ relation, parent, sameAs, problem }) => [relation, parent, sameAs, problem]),
    ).toEqual([
      [null, null, null, null],
      ['supports', 0, null, null],
      ['opposes', 1, null, null],
      ['opposes', 0, null, null],
      ['supports', 3, 2, null],
    ])
    expect(plan[1]?.text).toBe('They were seen at the front.')
    expect(plan[2]?.text).toBe('Seen is not fighting, says the report.')
  })

  test('that is none has problems and no claims', () => {
    expect(kialoLines('Dear Sir,\nI write to you').every(({ problem }) => problem !== null)).toBe(
      true,
    )
  })
})

test('what hangs on nothing that stands is not of the debate', () => {
  const { nodes, edges } = GRAPH
  const left = reachable({ nodes: nodes.filter(({ id }) => id !== 'a' && id !== 'c'), edges })
  expect(left.nodes.map(({ id }) => id)).toEqual(['t', 'q'])
  expect(left.edges.map(({ id }) => id)).toEqual(['5'])
})
