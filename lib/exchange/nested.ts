import type { ArgumentGraph, ArgumentNode } from '@/lib/debates/argument-graph'
import type { Aspect, ClaimKind, Relation } from '@/lib/debates/claim'
import { groupedBy } from '@/lib/grouped'

/** A claim with what hangs on it. Where it hangs a second time it only says of which it is the same. */
export type NestedClaim = {
  readonly id: string
  readonly kind: ClaimKind
  readonly relation: Relation | null
  readonly attacks: Aspect | null
  readonly text: string
  readonly explanation: string
  readonly author: string | null
  readonly sameAs: string | null
  readonly children: readonly NestedClaim[]
}

type Place = { readonly relation: Relation | null; readonly attacks: Aspect | null }

/** A debate as nested claims, from its theses on. A graph without loops; linear. Depth is bounded by how people argue, not by us. */
export function nestedOf({ nodes, edges }: ArgumentGraph): readonly NestedClaim[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const under = groupedBy(edges, ({ parentId }) => parentId)
  const met = new Set<string>()
  const nest = (node: ArgumentNode, place: Place): NestedClaim => {
    const isAgain = met.has(node.id)
    met.add(node.id)
    const { id, kind, text, explanation, authorName } = node
    const children = isAgain ? [] : (under.get(id) ?? [])
    return {
      ...{ id, kind, ...place, text },
      explanation: isAgain ? '' : explanation,
      author: authorName,
      sameAs: isAgain ? id : null,
      children: children.flatMap(({ childId, relation, attacks }) => {
        const child = byId.get(childId)
        return child ? [nest(child, { relation, attacks })] : []
      }),
    }
  }
  return nodes
    .filter(({ kind }) => kind === 'thesis')
    .map((thesis) => nest(thesis, { relation: null, attacks: null }))
}
