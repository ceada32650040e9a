import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { RANKED_FROM } from '@/lib/measures/child-rank'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import { STANDING } from './claim-rows'

// What stands out in the debates of a whole reading. The measures are those of lib/measures, said in SQL so that thousands of claims need not
// travel to find five; topology.db.test.ts proves that both say the same.

export type PointRow = {
  readonly claimId: string
  readonly sectionId: string
  readonly kind: string
  readonly text: string
  readonly voters: number
  readonly score: number | null
  readonly myTruth: number | null
  readonly start: number | null
}

export type Shelf = { readonly readingId: string; readonly groupId: string }

const MOST = 8

// Aliases: c (claims), d (debates). n and u are voters and those who say yes.
const N = Prisma.sql`(c.truth[1] + c.truth[2] + c.truth[3] + c.truth[4] + c.truth[5])`
const U = Prisma.sql`(c.truth[4] + c.truth[5])`
const P = Prisma.sql`((${U} + 1)::float8 / (${N} + 2))`
const CONTESTED = Prisma.sql`(4 * ${P} * (1 - ${P}) * (${N}::float8 / (${N} + 4)))`

function points(
  actor: AnyActor,
  { readingId, groupId }: Shelf,
  {
    score,
    from = Prisma.empty,
    where,
    by,
  }: { score: Prisma.Sql; from?: Prisma.Sql; where: Prisma.Sql; by: Prisma.Sql },
): Promise<PointRow[]> {
  return db().$queryRaw<PointRow[]>`
    SELECT c.id AS "claimId", d.section_id AS "sectionId", c.kind::text, c.text, ${N} AS voters,
      ${score}::float8 AS score, mt.value::int AS "myTruth",
      (SELECT e.start FROM evidence e WHERE e.claim_id = c.id AND e.reading_id = d.reading_id
        ORDER BY e.id LIMIT 1) AS start
    FROM debates d JOIN claims c ON c.debate_id = d.id
      LEFT JOIN truth_votes mt ON mt.claim_id = c.id AND mt.person_id = ${personOf(actor)}::uuid
      ${from}
    WHERE d.reading_id = ${readingId}::uuid AND d.group_id = ${groupId}::uuid AND ${STANDING}
      AND c.withdrawn_at IS NULL AND (c.kind <> 'thesis' OR c.adopted_at IS NOT NULL) AND ${where}
    ORDER BY ${by} LIMIT ${MOST}`
}

/** The claims on which a group is most divided, of those that three people voted on and not all alike. */
export function mostContested(actor: AnyActor, shelf: Shelf): Promise<PointRow[]> {
  return points(actor, shelf, {
    score: CONTESTED,
    where: Prisma.sql`${N} >= ${RANKED_FROM} AND ${U} > 0 AND ${U} < ${N}`,
    by: Prisma.sql`${CONTESTED} DESC, c.id`,
  })
}

/** The claims that convince across the camps. Climbs from every claim to its thesis: linear in claims and votes. */
export function mostBridging(actor: AnyActor, shelf: Shelf): Promise<PointRow[]> {
  return points(actor, shelf, {
    score: Prisma.sql`b.score`,
    from: Prisma.sql`JOIN (${bridgesSql(shelf)}) b ON b.claim_id = c.id`,
    where: Prisma.sql`b.score IS NOT NULL`,
    by: Prisma.sql`b.score DESC, c.id`,
  })
}

function bridgesSql({ readingId, groupId }: Shelf): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE down (thesis_id, node_id) AS (
      SELECT c.id, c.id FROM claims c JOIN debates d ON d.id = c.debate_id
      WHERE d.reading_id = ${readingId}::uuid AND d.group_id = ${groupId}::uuid AND c.kind = 'thesis'
      UNION
      SELECT down.thesis_id, l.child_id FROM down JOIN claim_links l ON l.parent_id = down.node_id
    ), theses AS (
      SELECT node_id AS claim_id, (array_agg(thesis_id ORDER BY thesis_id))[1] AS thesis_id
      FROM down GROUP BY node_id
    ), camps AS (
      SELECT t.claim_id, count(*) AS seen, count(*) FILTER (WHERE v.value >= 3) AS agree
      FROM theses t JOIN truth_votes v ON v.claim_id = t.claim_id
        JOIN thesis_stances s ON s.thesis_id = t.thesis_id AND s.person_id = v.person_id
      GROUP BY t.claim_id, s.now HAVING count(*) >= 3
    )
    SELECT claim_id, exp(avg(ln((agree + 1)::float8 / (seen + 2)))) AS score
    FROM camps GROUP BY claim_id HAVING count(*) >= 2`
}

/** Claims that rest on nothing: no evidence, and nothing that supports them. Those first that most people voted on. */
export function unsupportedClaims(actor: AnyActor, shelf: Shelf): Promise<PointRow[]> {
  return points(actor, shelf, {
    score: Prisma.sql`NULL`,
    where: Prisma.sql`c.kind = 'claim' AND c.citations = 0 AND c.supports = 0`,
    by: Prisma.sql`${N} DESC, c.id`,
  })
}

/** Questions that nobody has answered or settled, the oldest first. */
export function unansweredQuestions(actor: AnyActor, shelf: Shelf): Promise<PointRow[]> {
  return points(actor, shelf, {
    score: Prisma.sql`NULL`,
    from: Prisma.sql`JOIN threads t ON t.id = c.id`,
    where: Prisma.sql`c.kind = 'question' AND t.resolved_at IS NULL
      AND c.supports + c.opposes + c.qualifies = 0`,
    by: Prisma.sql`c.id`,
  })
}
