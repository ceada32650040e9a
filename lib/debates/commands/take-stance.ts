import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { bareClaimFor, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import { Invalid } from '@/lib/errors'
import type { Stance } from '@/lib/measures/stance'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { tellDebate } from './tell-debate'

/** Says where somebody stands on a thesis. The first time is kept as where he stood when he opened the debate. */
export async function takeStance(actor: SignedIn, id: string, stance: Stance): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'stance.take', debate.facts)
  if (claim.kind !== 'thesis') throw new Invalid('no-thesis', 'One takes a stance on a thesis.')
  const at = now()
  const of = { thesisId: id, personId: actor.personId }
  await transaction(async (tx) => {
    await tx.thesisStance.upsert({
      where: { thesisId_personId: of },
      create: { ...of, opening: stance, now: stance, openedAt: at, changedAt: at },
      update: { now: stance, changedAt: at },
      select: { now: true },
    })
    await tellDebate(tx, debate, {
      kind: 'stance.taken',
      actorId: actor.personId,
      subjectId: id,
      at,
    })
  })
  return claimFor(actor, id)
}
