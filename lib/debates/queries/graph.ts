import 'server-only'
import { db } from '@/lib/db/client'
import { type ArgumentEdge, type ArgumentGraph, reachable } from '@/lib/debates/argument-graph'
import type { ClaimKind } from '@/lib/debates/claim'
import { Forbidden, Invalid } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { Stance } from '@/lib/measures/stance'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import { STANDING } from './claim-rows'
import type { DebateRow } from './debates'

// The whole of a debate for its map, its exports and its computed view: two statements.

export type GraphNode = {
  readonly id: string
  readonly kind: ClaimKind
  readonly text: string
  readonly explanation: string
  readonly withdrawnAt: Date | null
  readonly authorName: string
  readonly createdAt: Date
  readonly truth: readonly number[]
  readonly citations: number
  readonly myTruth: number | null
  readonly forecast: boolean
  readonly open: boolean
  /** What the lens sees: its people's votes on the truth. */
  readonly through: readonly number[]
}

/** Through whose votes a debate is looked at. */
export type Lens =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'camp'; readonly thesisId: string; readonly stance: Stance }

/** The claims of a debate that stand, in the order they were made, with the votes that a lens sees. */
export async function nodesOf(
  actor: AnyActor,
  debateId: string,
  lens: Lens,
): Promise<readonly GraphNode[]> {
  const me = personOf(actor)
  return db().$queryRaw<GraphNode[]>`
    SELECT c.id, c.kind::text, c.text, c.explanation, c.withdrawn_at AS "withdrawnAt",
      p.name AS "authorName", c.created_at AS "createdAt", c.truth, c.citations,
      mt.value::int AS "myTruth", f.claim_id IS NOT NULL AS forecast,
      c.kind = 'question' AND t.resolved_at IS NULL AS open, COALESCE(seen.votes, '{}') AS through
    FROM claims c
      JOIN threads t ON t.id = c.id
      JOIN people p ON p.id = c.author_id
      LEFT JOIN forecasts f ON f.claim_id = c.id
      LEFT JOIN truth_votes mt ON mt.claim_id = c.id AND mt.person_id = ${me}::uuid
      LEFT JOIN (SELECT v.claim_id, array_agg(v.value::int) AS votes
        FROM truth_votes v JOIN claims i ON i.id = v.claim_id AND i.debate_id = ${debateId}::uuid
        WHERE ${lensSql(lens)} GROUP BY v.claim_id) seen ON seen.claim_id = c.id
    WHERE c.debate_id = ${debateId}::uuid AND ${STANDING}
      AND (c.kind <> 'thesis' OR c.adopted_at IS NOT NULL)
    ORDER BY c.id`
}

function lensSql(lens: Lens): Prisma.Sql {
  if (lens.kind === 'everyone') return Prisma.sql`FALSE`
  if (lens.kind === 'person') {
    return isId(lens.personId)
      ? Prisma.sql`v.person_id = ${lens.personId}::uuid`
      : Prisma.sql`FALSE`
  }
  if (!isId(lens.thesisId)) return Prisma.sql`FALSE`
  return Prisma.sql`v.person_id IN (SELECT s.person_id FROM thesis_stances s
    WHERE s.thesis_id = ${lens.thesisId}::uuid AND s.now = ${lens.stance}::"Stance")`
}

/** How they hang on each other, siblings as they are ranked. */
export async function edgesOf(debateId: string): Promise<readonly ArgumentEdge[]> {
  return db().$queryRaw<ArgumentEdge[]>`
    SELECT l.id, l.parent_id AS "parentId", l.child_id AS "childId", l.relation::text, l.attacks::text
    FROM claim_links l WHERE l.debate_id = ${debateId}::uuid
    ORDER BY l.rank DESC, l.id DESC`
}

export type DebateGraph = {
  readonly lens: Lens
  readonly graph: ArgumentGraph<GraphNode>
}

type LensQuery = {
  readonly person?: string
  readonly camp?: Stance
  readonly thesisId?: string
}

/** The graph of a debate that the actor was seen to see, through a lens. A person's votes are looked through where the group shows voters. */
export async function graphFor(
  actor: AnyActor,
  debate: DebateRow,
  query: LensQuery,
): Promise<DebateGraph> {
  const lens = lensFrom(actor, debate, query)
  const [nodes, edges] = await Promise.all([nodesOf(actor, debate.id, lens), edgesOf(debate.id)])
  return { lens, graph: reachable({ nodes, edges }) }
}

function lensFrom(actor: AnyActor, debate: DebateRow, { person, camp, thesisId }: LensQuery): Lens {
  if (person !== undefined) {
    if (!debate.showsVoters && person !== personOf(actor)) {
      throw new Forbidden('This group does not show who voted what.')
    }
    return { kind: 'person', personId: person }
  }
  if (camp === undefined) return { kind: 'everyone' }
  if (thesisId === undefined)
    throw new Invalid('thesis', 'Say on which thesis the camp stands: send thesisId.')
  return { kind: 'camp', thesisId, stance: camp }
}

/** The graph of a debate as it is exported. Two queries. */
export async function argumentOf(
  actor: AnyActor,
  debateId: string,
): Promise<ArgumentGraph<GraphNode>> {
  const lens: Lens = { kind: 'everyone' }
  const [nodes, edges] = await Promise.all([nodesOf(actor, debateId, lens), edgesOf(debateId)])
  return reachable({ nodes, edges })
}
