import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { endorsementsNeeded, statement } from '@/lib/debates/claim'
import { bareClaimFor, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import { type DebateRow, debateFor } from '@/lib/debates/queries/debates'
import { writersOf } from '@/lib/debates/queries/writers'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'
import { lockDebate, recountClaims } from './recount'
import { storeClaim } from './store-claim'
import { tellDebate } from './tell-debate'

/** Sets a thesis; where one may only propose it, it stands once enough of the group want it. Whoever proposes it wants it. */
export async function addThesis(
  actor: SignedIn,
  debateId: string,
  { text, explanation = '' }: { text: string; explanation?: string },
): Promise<FoundClaim> {
  const debate = await debateFor(actor, debateId)
  authorize(actor, 'thesis.propose', debate.facts)
  const words = { text: statement(text), explanation: explanation.normalize('NFC').trim() }
  const id = newId()
  const at = now()
  const thesis = { id, authorId: actor.personId, kind: 'thesis' as const, ...words, at }
  await transaction(async (tx) => {
    await lockDebate(tx, debate.id)
    await storeClaim(tx, debate, { ...thesis, adoptedAt: null })
    await settleThesis(tx, { actor, debate, thesisId: id, at })
  })
  return claimFor(actor, id)
}

type Proposal = {
  readonly actor: SignedIn
  readonly debate: DebateRow
  readonly thesisId: string
  readonly at: Date
}

/** A thesis that was just made: stands at once when its maker may set one, else has his own endorsement. The debate is locked. */
export async function settleThesis(tx: Db, proposal: Proposal): Promise<void> {
  const { actor, debate, thesisId, at } = proposal
  if (can(actor, 'thesis.set', debate.facts)) {
    await tx.claim.updateMany({ where: { id: thesisId }, data: { adoptedAt: at } })
  } else await storeEndorsement(tx, proposal)
  await recountClaims(tx, { debateId: debate.id, parentIds: [], at })
  const subject = { actorId: actor.personId, subjectId: thesisId, at }
  await tellDebate(tx, debate, { kind: 'claim.added', ...subject })
}

async function storeEndorsement(tx: Db, { actor, debate, thesisId, at }: Proposal): Promise<void> {
  await tx.thesisEndorsement.createMany({
    data: { thesisId, personId: actor.personId, at },
    skipDuplicates: true,
  })
  const wanted = await tx.thesisEndorsement.count({ where: { thesisId } })
  if (wanted < endorsementsNeeded(await writersOf(debate.groupId))) return
  await tx.claim.updateMany({ where: { id: thesisId, adoptedAt: null }, data: { adoptedAt: at } })
}

/** Wants a proposed thesis to stand, or wants it no more. */
export async function endorseThesis(
  actor: SignedIn,
  id: string,
  change: 'add' | 'withdraw',
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'thesis.endorse', debate.facts)
  if (claim.kind !== 'thesis' || claim.adoptedAt !== null) {
    throw new Conflict('not-proposed', 'This is no proposed thesis any more. Nothing was changed.')
  }
  const at = now()
  const proposal = { actor, debate, thesisId: id, at }
  await transaction(async (tx) => {
    await lockDebate(tx, debate.id)
    if (change === 'add') await storeEndorsement(tx, proposal)
    else
      await tx.thesisEndorsement.deleteMany({ where: { thesisId: id, personId: actor.personId } })
    await recountClaims(tx, { debateId: debate.id, parentIds: [], at })
    await tellDebate(tx, debate, {
      kind: 'thesis.endorsed',
      actorId: actor.personId,
      subjectId: id,
      at,
    })
  })
  return claimFor(actor, id)
}

/** Lets a proposed thesis stand. Doing it twice changes nothing. */
export async function adoptThesis(actor: SignedIn, id: string): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'thesis.set', debate.facts)
  if (claim.kind !== 'thesis') throw new Conflict('not-proposed', 'This is no thesis.')
  const at = now()
  await transaction(async (tx) => {
    await lockDebate(tx, debate.id)
    await tx.claim.updateMany({ where: { id, adoptedAt: null }, data: { adoptedAt: at } })
    await recountClaims(tx, { debateId: debate.id, parentIds: [], at })
    await tellDebate(tx, debate, {
      kind: 'thesis.endorsed',
      actorId: actor.personId,
      subjectId: id,
      at,
    })
  })
  return claimFor(actor, id)
}
