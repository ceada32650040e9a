import type { ArgumentEdge, ArgumentGraph } from '@/lib/debates/argument-graph'
import type { Relation } from '@/lib/debates/claim'

// A debate in the Argument Interchange Format, in the JSON that AIFdb and its tools read (nodes, edges, locutions). Statements are information nodes (I); what bears on
// what is a node of its own: inference (RA) for support, conflict (CA) for opposition, rephrase (MA) for qualification, illocution (YA, Questioning) for a question,
// inference by presumption for an assumption. An objection to an inference conflicts with the RA node, as an undercutter does.
// Source: Chesñevar et al., "Towards an argument interchange format", Knowledge Engineering Review 21(4), 2006.

export type AifNode = {
  readonly nodeID: string
  readonly text: string
  readonly type: 'I' | 'RA' | 'CA' | 'MA' | 'YA'
  readonly timestamp: string
  readonly scheme?: string
}

export type Aif = {
  readonly nodes: readonly AifNode[]
  readonly edges: readonly {
    readonly edgeID: string
    readonly fromID: string
    readonly toID: string
  }[]
  readonly locutions: readonly { readonly nodeID: string; readonly personID: string }[]
}

const SCHEMES = {
  supports: { type: 'RA', scheme: 'Default Inference' },
  opposes: { type: 'CA', scheme: 'Default Conflict' },
  qualifies: { type: 'MA', scheme: 'Default Rephrase' },
  asks: { type: 'YA', scheme: 'Questioning' },
  assumes: { type: 'RA', scheme: 'Presumption' },
} as const satisfies Record<Relation, { type: AifNode['type']; scheme: string }>

/** The graph in AIF. Linear. */
export function aifOf({ nodes, edges }: ArgumentGraph): Aif {
  const madeAt = new Map(nodes.map(({ id, createdAt }) => [id, createdAt]))
  const inferenceOf = new Map(
    edges.filter(({ relation }) => relation === 'supports').map((edge) => [edge.childId, edge.id]),
  )
  const target = ({ relation, attacks, parentId }: ArgumentEdge) =>
    relation === 'opposes' && attacks === 'inference'
      ? (inferenceOf.get(parentId) ?? parentId)
      : parentId
  return {
    nodes: [
      ...nodes.map(({ id, text, createdAt }) => ({
        nodeID: id,
        text,
        type: 'I' as const,
        timestamp: createdAt,
      })),
      ...edges.map(({ id, childId, relation, attacks }) => ({
        nodeID: id,
        text: attacks === null ? relation : `${relation} the ${attacks}`,
        timestamp: madeAt.get(childId) ?? '',
        ...SCHEMES[relation],
      })),
    ],
    edges: edges.flatMap((edge) => [
      { edgeID: `${edge.id}-in`, fromID: edge.childId, toID: edge.id },
      { edgeID: `${edge.id}-out`, fromID: edge.id, toID: target(edge) },
    ]),
    locutions: nodes.flatMap(({ id, authorName }) =>
      authorName === null ? [] : [{ nodeID: id, personID: authorName }],
    ),
  }
}
