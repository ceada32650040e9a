import 'server-only'
import { rowsOf } from '@/lib/db/client'
import type { Aspect, ClaimKind, Relation } from '@/lib/debates/claim'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Stance } from '@/lib/measures/stance'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'

// Claims with all that one entry of a debate shows but evidence, camps and forecasts. One statement a page.

/** A claim as it hangs in one place; a thesis hangs nowhere. */
export type FlatClaim = {
  readonly id: string
  readonly debateId: string
  readonly authorId: string
  readonly authorName: string
  readonly kind: ClaimKind
  readonly text: string
  readonly explanation: string
  readonly adoptedAt: Date | null
  readonly version: number
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly archivedAt: Date | null
  readonly mergedIntoId: string | null
  readonly truth: readonly number[]
  readonly supports: number
  readonly opposes: number
  readonly qualifies: number
  readonly questions: number
  readonly assumptions: number
  readonly citations: number
  readonly replyCount: number
  readonly lastPostId: string
  readonly resolvedAt: Date | null
  readonly fromNote: boolean
  readonly parents: number
  readonly linkId: string | null
  readonly parentId: string | null
  readonly relation: Relation | null
  readonly attacks: Aspect | null
  readonly relevance: readonly number[] | null
  readonly rank: number | null
  readonly myTruth: number | null
  readonly myRelevance: number | null
  readonly myOpening: Stance | null
  readonly myStance: Stance | null
  readonly myStanceAt: Date | null
  readonly endorsements: number
  readonly endorsedByMe: boolean
}

/** The condition that a claim still has a place; expects the alias c. A withdrawn one keeps it while something hangs on it. */
export const STANDING = Prisma.sql`(c.archived_at IS NULL AND (c.withdrawn_at IS NULL
  OR c.supports + c.opposes + c.qualifies + c.questions + c.assumptions > 0))`

/**
 * Claims by a condition on the aliases c (claims), l (the links they hang by, left joined), t (threads), with the viewer's own votes.
 * One statement; says nothing of rights.
 */
export async function claimRows(
  viewer: AnyActor,
  { where, orderBy, limit }: { where: Prisma.Sql; orderBy: Prisma.Sql; limit: number },
): Promise<FlatClaim[]> {
  const me = personOf(viewer)
  return rowsOf<FlatClaim>(Prisma.sql`
    SELECT c.id, c.debate_id AS "debateId", c.author_id AS "authorId", p.name AS "authorName",
      c.kind::text, c.text, c.explanation, c.adopted_at AS "adoptedAt", c.version,
      c.created_at AS "createdAt", c.edited_at AS "editedAt", c.withdrawn_at AS "withdrawnAt",
      c.archived_at AS "archivedAt", c.merged_into_id AS "mergedIntoId", to_jsonb(c.truth) AS truth,
      c.supports, c.opposes, c.qualifies, c.questions, c.assumptions, c.citations,
      t.reply_count AS "replyCount", t.last_post_id AS "lastPostId", t.resolved_at AS "resolvedAt",
      EXISTS (SELECT 1 FROM annotations a WHERE a.id = c.id AND a.deleted_at IS NULL) AS "fromNote",
      (SELECT count(*)::int FROM claim_links o WHERE o.child_id = c.id) AS parents,
      l.id AS "linkId", l.parent_id AS "parentId", l.relation::text, l.attacks::text,
      to_jsonb(l.relevance) AS relevance, to_jsonb(l.rank) AS rank,
      mt.value::int AS "myTruth", mr.value::int AS "myRelevance", ms.opening::text AS "myOpening",
      ms.now::text AS "myStance", ms.changed_at AS "myStanceAt",
      CASE WHEN c.kind = 'thesis' THEN
        (SELECT count(*)::int FROM thesis_endorsements e WHERE e.thesis_id = c.id) ELSE 0
      END AS endorsements,
      me.person_id IS NOT NULL AS "endorsedByMe"
    FROM claims c
      JOIN threads t ON t.id = c.id
      JOIN people p ON p.id = c.author_id
      LEFT JOIN claim_links l ON l.child_id = c.id
      LEFT JOIN truth_votes mt ON mt.claim_id = c.id AND mt.person_id = ${me}::uuid
      LEFT JOIN relevance_votes mr ON mr.link_id = l.id AND mr.person_id = ${me}::uuid
      LEFT JOIN thesis_stances ms ON ms.thesis_id = c.id AND ms.person_id = ${me}::uuid
      LEFT JOIN thesis_endorsements me ON me.thesis_id = c.id AND me.person_id = ${me}::uuid
    WHERE ${where}
    ORDER BY ${orderBy}
    LIMIT ${limit}`)
}
