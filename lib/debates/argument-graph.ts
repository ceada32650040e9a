// A debate as one value: what hangs together from its theses on. What hangs on nothing that stands is left out.

import { groupedBy } from '@/lib/grouped'
import type { Aspect, ClaimKind, Relation } from './claim'

export type ArgumentNode = {
  readonly id: string
  readonly kind: ClaimKind
  readonly text: string
  readonly explanation: string
  readonly authorName: string | null
  readonly createdAt: string
}

export type ArgumentEdge = {
  readonly id: string
  readonly parentId: string
  readonly childId: string
  readonly relation: Relation
  readonly attacks: Aspect | null
}

export type ArgumentGraph<Node extends { readonly id: string } = ArgumentNode> = {
  readonly nodes: readonly Node[]
  readonly edges: readonly ArgumentEdge[]
}

/** The part of a graph that can be reached from its theses. Linear. */
export function reachable<Node extends { readonly id: string; readonly kind: ClaimKind }>({
  nodes,
  edges,
}: ArgumentGraph<Node>): ArgumentGraph<Node> {
  const known = new Set(nodes.map(({ id }) => id))
  const under = groupedBy(
    edges.filter(({ parentId, childId }) => known.has(parentId) && known.has(childId)),
    ({ parentId }) => parentId,
  )
  const met = new Set<string>()
  const waiting = nodes.filter(({ kind }) => kind === 'thesis').map(({ id }) => id)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (met.has(next)) continue
    met.add(next)
    for (const { childId } of under.get(next) ?? []) waiting.push(childId)
  }
  return {
    nodes: nodes.filter(({ id }) => met.has(id)),
    edges: [...under].flatMap(([parentId, each]) => (met.has(parentId) ? each : [])),
  }
}
