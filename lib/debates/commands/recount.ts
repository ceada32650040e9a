import 'server-only'
import type { Db } from '@/lib/db/client'
import { childRank } from '@/lib/measures/child-rank'
import { distributionFrom, type VoteValue } from '@/lib/measures/distribution'

// Counts that are kept beside what they count, so that a bar and a first screen cost the same whatever the size of the debate. They are
// never added to but told anew, under a lock of the row that holds them, so that two at once cannot both miss the other.

/** Locks a debate for a change of its order: such changes follow one another, so that no two make a loop between them. */
export async function lockDebate(tx: Db, debateId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM debates WHERE id = ${debateId}::uuid FOR NO KEY UPDATE`
}

/** Tells anew what hangs directly below some claims, and the counts of their debate, which must be locked. Two statements. */
export async function recountClaims(
  tx: Db,
  { debateId, parentIds, at }: { debateId: string; parentIds: readonly string[]; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE claims p SET supports = n.supports, opposes = n.opposes, qualifies = n.qualifies,
      questions = n.questions, assumptions = n.assumptions
    FROM (SELECT parent.id,
        count(c.id) FILTER (WHERE l.relation = 'supports')::int AS supports,
        count(c.id) FILTER (WHERE l.relation = 'opposes')::int AS opposes,
        count(c.id) FILTER (WHERE l.relation = 'qualifies')::int AS qualifies,
        count(c.id) FILTER (WHERE l.relation = 'asks')::int AS questions,
        count(c.id) FILTER (WHERE l.relation = 'assumes')::int AS assumptions
      FROM unnest(${[...parentIds]}::uuid[]) AS parent (id)
        LEFT JOIN claim_links l ON l.parent_id = parent.id
        LEFT JOIN claims c ON c.id = l.child_id AND c.archived_at IS NULL AND c.withdrawn_at IS NULL
      GROUP BY parent.id) n
    WHERE p.id = n.id`
  await tx.$executeRaw`
    UPDATE debates d SET theses = n.theses, claims = n.claims, supports = n.supports,
      opposes = n.opposes, qualifies = n.qualifies, last_activity_at = ${at}
    FROM (SELECT count(*) FILTER (WHERE kind = 'thesis' AND adopted_at IS NOT NULL)::int AS theses,
        count(*) FILTER (WHERE kind <> 'thesis')::int AS claims,
        COALESCE(sum(supports) FILTER (WHERE kind = 'thesis'), 0)::int AS supports,
        COALESCE(sum(opposes) FILTER (WHERE kind = 'thesis'), 0)::int AS opposes,
        COALESCE(sum(qualifies) FILTER (WHERE kind = 'thesis'), 0)::int AS qualifies
      FROM claims WHERE debate_id = ${debateId}::uuid AND archived_at IS NULL AND withdrawn_at IS NULL) n
    WHERE d.id = ${debateId}::uuid`
}

/** Tells anew how people voted on the truth of a claim. Locks its row before it counts. */
export async function recountTruth(tx: Db, claimId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`
  await tx.$executeRaw`
    UPDATE claims SET truth = ARRAY(SELECT count(v.value)::int FROM generate_series(0, 4) AS g (value)
      LEFT JOIN truth_votes v ON v.claim_id = ${claimId}::uuid AND v.value = g.value
      GROUP BY g.value ORDER BY g.value)
    WHERE id = ${claimId}::uuid`
}

/** Tells anew how people voted on the weight of a claim in one place, and where that puts it. Locks the link before it counts. */
export async function recountRelevance(tx: Db, linkId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM claim_links WHERE id = ${linkId}::uuid FOR NO KEY UPDATE`
  const votes = await tx.relevanceVote.groupBy({
    by: ['value'],
    where: { linkId },
    _count: { _all: true },
  })
  const of = (value: VoteValue) => votes.find((vote) => vote.value === value)?._count._all ?? 0
  const relevance = [of(0), of(1), of(2), of(3), of(4)]
  const rank = childRank(linkId, distributionFrom(relevance))
  await tx.claimLink.updateMany({ where: { id: linkId }, data: { relevance, rank } })
}
