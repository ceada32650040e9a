// The graph of a debate as the tree that outline and map show: a claim that hangs on several stands below each; it is opened where it stands first.

import { ASPECTS, type Aspect, RELATIONS, type Relation } from '@/lib/debates/claim'
import type { GraphShape } from '@/lib/debates/contract/debates'
import { groupedBy } from '@/lib/grouped'

export type GraphNode = GraphShape['nodes'][number]

export type TreeNode = {
  /** Names this place: the link it hangs by, or the thesis. */
  readonly key: string
  readonly node: GraphNode
  readonly relation: Relation | null
  readonly attacks: Aspect | null
  /** Whether it stands further up already, with what hangs on it. */
  readonly again: boolean
  readonly depth: number
  readonly children: readonly TreeNode[]
}

/** The trees of a debate, one a thesis. Linear in claims and links. */
export function treesOf({ nodes, edges }: GraphShape): readonly TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const under = groupedBy(edges, ({ parentId }) => parentId)
  const met = new Set<string>()
  const grow = (
    node: GraphNode,
    place: Pick<TreeNode, 'key' | 'relation' | 'attacks' | 'depth'>,
  ): TreeNode => {
    const again = met.has(node.id)
    met.add(node.id)
    const below = again ? [] : (under.get(node.id) ?? [])
    const children = below.toSorted(byRelation).flatMap(({ id, childId, relation, attacks }) => {
      const child = byId.get(childId)
      if (!child) return []
      const aspect = ASPECTS.find((each) => each === attacks) ?? null
      return [grow(child, { key: id, relation, attacks: aspect, depth: place.depth + 1 })]
    })
    return { ...place, node, again, children }
  }
  return nodes
    .filter(({ kind }) => kind === 'thesis')
    .map((node) => grow(node, { key: node.id, relation: null, attacks: null, depth: 0 }))
}

// What speaks for it before what speaks against it; among these the order that they were given in, which is their rank.
function byRelation(one: GraphShape['edges'][number], other: GraphShape['edges'][number]): number {
  return RELATIONS.indexOf(one.relation) - RELATIONS.indexOf(other.relation)
}

const MANY = 300
const VERY_MANY = 1_000

/** What is folded at first: nothing, but in large debates what lies deep. */
export function foldedAtFirst(trees: readonly TreeNode[]): ReadonlySet<string> {
  const all = trees.flatMap(flat)
  if (all.length <= MANY) return new Set()
  const openDepth = all.length > VERY_MANY ? 1 : 2
  const deep = all.filter(({ depth, children }) => depth >= openDepth && children.length > 0)
  // Where a thesis has very many claims, opening them all at once shows nothing.
  const wide = all.filter(({ children }) => children.length > MANY)
  return new Set([...deep, ...wide].map(({ key }) => key))
}

function flat(tree: TreeNode): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  const waiting = [tree]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    nodes.push(next)
    waiting.push(...next.children)
  }
  return nodes
}

/** The places that are to be seen, in the order of the outline. */
export function visibleIn(
  trees: readonly TreeNode[],
  folded: ReadonlySet<string>,
): readonly TreeNode[] {
  const seen: TreeNode[] = []
  const waiting = trees.toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    seen.push(next)
    if (!folded.has(next.key)) waiting.push(...next.children.toReversed())
  }
  return seen
}

/** What stands under a claim's words on the map and in the outline. */
export function remarksOf({ node, attacks, again }: TreeNode): string {
  const remarks = [
    attacks === null ? null : `disputes the ${attacks}`,
    again ? 'as above' : null,
    node.kind === 'claim' && node.citations === 0 ? 'no evidence yet' : null,
    node.kind === 'question' && !node.open ? 'settled' : null,
    node.kind === 'assumption' ? 'assumed' : null,
    node.forecast ? 'with a forecast' : null,
  ]
  return remarks.filter((remark) => remark !== null).join(' · ')
}

/** The places from a thesis down to one, that included; none when it is nowhere. */
export function wayTo(trees: readonly TreeNode[], key: string): readonly string[] {
  for (const tree of trees) {
    if (tree.key === key) return [key]
    const below = wayTo(tree.children, key)
    if (below.length > 0) return [tree.key, ...below]
  }
  return []
}
