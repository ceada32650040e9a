import 'server-only'
import type { Db } from '@/lib/db/client'
import type { Aspect, ClaimKind, Relation } from '@/lib/debates/claim'
import type { DebateRow } from '@/lib/debates/queries/debates'
import { newId } from '@/lib/ids'
import { childRank } from '@/lib/measures/child-rank'
import { NO_VOTES } from '@/lib/measures/distribution'

export type NewClaim = {
  readonly id: string
  readonly authorId: string
  readonly kind: ClaimKind
  readonly text: string
  readonly explanation: string
  readonly adoptedAt: Date | null
  readonly at: Date
}

export type NewPlace = {
  readonly parentId: string
  readonly relation: Relation
  readonly attacks: Aspect | null
}

/** Stores a claim; its thread is made with it unless it is an annotation's already. */
export async function storeClaim(
  tx: Db,
  debate: Pick<DebateRow, 'id' | 'readingId' | 'groupId'>,
  claim: NewClaim,
): Promise<void> {
  const { id, at } = claim
  await tx.thread.createMany({
    data: {
      id,
      readingId: debate.readingId,
      groupId: debate.groupId,
      lastPostId: id,
      lastActivityAt: at,
    },
    skipDuplicates: true,
  })
  const { at: createdAt, ...rest } = claim
  await tx.claim.createMany({ data: { ...rest, debateId: debate.id, createdAt } })
}

/** Hangs a claim on another. Whoever calls sees to it that no loop comes of it. */
export async function storeLink(
  tx: Db,
  debateId: string,
  { childId, madeById, at, ...place }: NewPlace & { childId: string; madeById: string; at: Date },
): Promise<string> {
  const id = newId()
  const rank = childRank(id, NO_VOTES)
  await tx.claimLink.createMany({
    data: { id, debateId, childId, madeById, madeAt: at, rank, ...place },
  })
  return id
}
