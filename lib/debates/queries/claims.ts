import 'server-only'
import { now } from '@/lib/clock'
import { cursorKey, type Page, pageFrom } from '@/lib/db/page'
import type { Relation } from '@/lib/debates/claim'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import type { ClaimFacts } from '@/lib/policy/facts'
import { requireSight } from '@/lib/policy/rules'
import { type ClaimRow, withSurroundings } from './around-claims'
import { claimRows, type FlatClaim, STANDING } from './claim-rows'
import { type DebateRow, debatesById } from './debates'

/** The facts of a claim that rights hang on. */
export function claimFacts(
  row: Pick<FlatClaim, 'authorId' | 'kind' | 'withdrawnAt'>,
  debate: DebateRow,
): ClaimFacts {
  const { authorId, kind, withdrawnAt } = row
  return { authorId, isThesis: kind === 'thesis', withdrawnAt, debate: debate.facts }
}

export type FoundClaim = { readonly claim: ClaimRow; readonly debate: DebateRow }

/** A claim in its debate, in the first of its places or in the one named. Throws NotFound when the actor may not see it. Six queries. */
export async function claimFor(
  actor: AnyActor,
  id: string,
  parentId?: string,
): Promise<FoundClaim> {
  const places = isId(id) ? await placesOf(actor, [id]) : []
  const named = places.find((place) => place.claim.parentId === parentId)
  const found = named ?? places[0]
  if (!found) throw new NotFound()
  requireSight(actor, 'claim.see', claimFacts(found.claim, found.debate))
  return found
}

/** A claim with its debate and nothing around it: enough to decide what may be done. Three queries. */
export async function bareClaimFor(
  actor: AnyActor,
  id: string,
): Promise<{ readonly claim: FlatClaim; readonly debate: DebateRow }> {
  const [claim] = isId(id) ? await flatById(actor, [id]) : []
  const [debate] = claim ? await debatesById([claim.debateId]) : []
  if (!claim || !debate) throw new NotFound()
  requireSight(actor, 'claim.see', claimFacts(claim, debate))
  return { claim, debate }
}

// However many places a claim has, the first of them come along.
const MOST_PLACES = 20

function flatById(viewer: AnyActor, ids: readonly string[]): Promise<FlatClaim[]> {
  return claimRows(viewer, {
    where: Prisma.sql`c.id = ANY(${[...ids]}::uuid[])`,
    orderBy: Prisma.sql`c.id, l.id`,
    limit: ids.length * MOST_PLACES,
  })
}

/** Claims by id in all their places, unfiltered: the caller asks policy about each. Six queries whatever their number. */
export async function placesOf(
  viewer: AnyActor,
  ids: readonly string[],
): Promise<readonly FoundClaim[]> {
  if (ids.length === 0) return []
  const rows = await withSurroundings(await flatById(viewer, ids), now())
  const debates = await debatesById([...new Set(rows.map(({ debateId }) => debateId))])
  return rows.flatMap((claim) => {
    const debate = debates.find((each) => each.id === claim.debateId)
    return debate ? [{ claim, debate }] : []
  })
}

/** The cursors of what hangs on a claim. */
export const BY_RANK = cursorKey('number', 'id')

/** A page of what hangs on a claim, in one way or in any, as it is ranked. Four queries. */
export async function childrenOf(
  actor: AnyActor,
  parentId: string,
  { relation, cursor, limit }: { relation?: Relation; cursor?: string; limit: number },
): Promise<Page<ClaimRow>> {
  const after = cursor === undefined ? Prisma.empty : afterSql(cursor)
  const inOneWay =
    relation === undefined
      ? Prisma.empty
      : Prisma.sql`AND l.relation = ${relation}::"ClaimRelation"`
  const rows = await claimRows(actor, {
    where: Prisma.sql`l.parent_id = ${parentId}::uuid AND ${STANDING} ${inOneWay} ${after}`,
    orderBy: Prisma.sql`l.rank DESC, l.id DESC`,
    limit: limit + 1,
  })
  const page = pageFrom(rows, limit, BY_RANK, (row) => [row.rank ?? 0, row.linkId ?? ''])
  return { ...page, items: await withSurroundings(page.items, now()) }
}

function afterSql(cursor: string): Prisma.Sql {
  const [rank, id] = BY_RANK.decode(cursor)
  return Prisma.sql`AND (l.rank, l.id) < (${rank}::float8, ${id}::uuid)`
}

/**
 * The first of what hangs on some claims, `each` of every relation named, as it is ranked. Two round trips whatever hangs there: the
 * index gives each relation's first without looking at the others.
 */
export async function firstChildren(
  actor: AnyActor,
  parentIds: readonly string[],
  { relations, each }: { relations: readonly Relation[]; each: number },
): Promise<readonly FlatClaim[]> {
  if (parentIds.length === 0) return []
  return claimRows(actor, {
    where: Prisma.sql`l.id IN (
      SELECT first.id FROM unnest(${[...parentIds]}::uuid[]) AS parent (id)
        CROSS JOIN unnest(${[...relations]}::"ClaimRelation"[]) AS kind (relation)
        CROSS JOIN LATERAL (
          SELECT l.id FROM claim_links l JOIN claims c ON c.id = l.child_id
          WHERE l.parent_id = parent.id AND l.relation = kind.relation AND ${STANDING}
          ORDER BY l.rank DESC, l.id DESC LIMIT ${each}) first)`,
    orderBy: Prisma.sql`l.rank DESC, l.id DESC`,
    limit: parentIds.length * relations.length * each,
  })
}

const MOST_THESES = 50

/** The theses of a debate, those that stand before those proposed. One query. */
export async function thesesOf(actor: AnyActor, debateId: string): Promise<readonly FlatClaim[]> {
  return claimRows(actor, {
    where: Prisma.sql`c.debate_id = ${debateId}::uuid AND c.kind = 'thesis' AND ${STANDING}`,
    orderBy: Prisma.sql`c.adopted_at IS NULL, c.adopted_at, c.id`,
    limit: MOST_THESES,
  })
}
