import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { bareClaimFor, claimFacts, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import { linkBetween } from '@/lib/debates/queries/links'
import { Conflict, Invalid } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { requireNotWithdrawn } from './claims'
import { recountRelevance, recountTruth } from './recount'
import { tellDebate } from './tell-debate'

/** Says whether a claim is true, 0 to 4, or takes that back (null). */
export async function voteOnTruth(
  actor: SignedIn,
  id: string,
  value: number | null,
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'claim.vote', claimFacts(claim, debate))
  requireNotWithdrawn(claim)
  if (claim.kind === 'question') {
    throw new Invalid('question', 'A question is neither true nor false. Answer it instead.')
  }
  const vote = { claimId: id, personId: actor.personId }
  const at = now()
  await transaction(async (tx) => {
    if (value === null) await tx.truthVote.deleteMany({ where: vote })
    else {
      await tx.truthVote.upsert({
        where: { claimId_personId: vote },
        create: { ...vote, value, at },
        update: { value, at },
        select: { value: true },
      })
    }
    await recountTruth(tx, id)
    await tellDebate(tx, debate, {
      kind: 'claim.voted',
      actorId: actor.personId,
      subjectId: id,
      at,
    })
  })
  return claimFor(actor, id)
}

type Place = { readonly id: string; readonly parentId: string }

/** Says whether a claim matters where it hangs, 0 to 4, or takes that back (null). */
export async function voteOnRelevance(
  actor: SignedIn,
  { id, parentId }: Place,
  value: number | null,
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'claim.vote', claimFacts(claim, debate))
  requireNotWithdrawn(claim)
  const link = await linkBetween(parentId, id)
  if (!link) {
    throw new Conflict(
      'moved-meanwhile',
      'It does not hang there any more. Look where it stands now.',
    )
  }
  const vote = { linkId: link.id, personId: actor.personId }
  const at = now()
  await transaction(async (tx) => {
    if (value === null) await tx.relevanceVote.deleteMany({ where: vote })
    else {
      await tx.relevanceVote.upsert({
        where: { linkId_personId: vote },
        create: { ...vote, value, at },
        update: { value, at },
        select: { value: true },
      })
    }
    await recountRelevance(tx, link.id)
    await tellDebate(tx, debate, {
      kind: 'claim.voted',
      actorId: actor.personId,
      subjectId: id,
      at,
    })
  })
  return claimFor(actor, id, parentId)
}
