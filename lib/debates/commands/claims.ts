import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { requireRelation, statement } from '@/lib/debates/claim'
import type { ChildInput } from '@/lib/debates/contract/claims'
import { presentClaim } from '@/lib/debates/present'
import { bareClaimFor, claimFacts, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import { parentsOf } from '@/lib/debates/queries/links'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { anchoredEvidence, storeEvidence } from './evidence'
import { lockDebate, recountClaims } from './recount'
import { storeClaim, storeLink } from './store-claim'
import { tellDebate } from './tell-debate'

/** Answers a claim with another, a question or an assumption. */
export async function addClaim(
  actor: SignedIn,
  parentId: string,
  input: Omit<ChildInput, 'id'>,
): Promise<FoundClaim> {
  const { claim: parent, debate } = await bareClaimFor(actor, parentId)
  authorize(actor, 'claim.add', debate.facts)
  const { kind, relation, attacks = null } = input
  requireRelation(kind, relation, attacks)
  requireNotWithdrawn(parent)
  const words = { text: statement(input.text), explanation: clean(input.explanation) }
  const evidence = await Promise.all(
    input.evidence.map((each) => anchoredEvidence(actor, debate, each)),
  )
  const id = newId()
  const at = now()
  const by = actor.personId
  await transaction(async (tx) => {
    await lockDebate(tx, debate.id)
    await storeClaim(tx, debate, { id, authorId: by, kind, ...words, adoptedAt: null, at })
    const place = { parentId, relation, attacks }
    await storeLink(tx, debate.id, { ...place, childId: id, madeById: by, at })
    await storeEvidence(tx, { id, by, at }, evidence)
    await recountClaims(tx, { debateId: debate.id, parentIds: [parentId], at })
    await tellDebate(tx, debate, { kind: 'claim.added', actorId: by, subjectId: id, at })
  })
  return claimFor(actor, id)
}

function clean(explanation = ''): string {
  return explanation.normalize('NFC').trim()
}

/** Throws Conflict for a claim that has left the debate: nothing new can hang on it. */
export function requireNotWithdrawn(claim: { readonly archivedAt: Date | null }): void {
  if (claim.archivedAt === null) return
  throw new Conflict(
    'archived',
    'This claim was put away meanwhile. Your text is not lost: answer another one.',
  )
}

/** Changes the words of a claim. A stale version is a Conflict that carries the current claim. */
export async function editClaim(
  actor: SignedIn,
  id: string,
  change: { version: number; text: string; explanation?: string },
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'claim.edit', claimFacts(claim, debate))
  const text = statement(change.text)
  const at = now()
  const edited = await transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id, version: change.version, withdrawnAt: null },
      data: {
        text,
        ...(change.explanation !== undefined && { explanation: clean(change.explanation) }),
        version: { increment: 1 },
        editedAt: at,
      },
    })
    if (count === 0) return false
    await tellDebate(tx, debate, {
      kind: 'claim.edited',
      actorId: actor.personId,
      subjectId: id,
      at,
    })
    return true
  })
  const current = await claimFor(actor, id)
  if (edited) return current
  throw new Conflict(
    'stale',
    'This claim was changed meanwhile. Your text is kept: compare the two.',
    {
      current: presentClaim(actor, current.claim, current.debate),
    },
  )
}

/** Withdraws a claim; what hangs on it stays, and it can be taken back. Doing it twice changes nothing. */
export async function withdrawClaim(actor: SignedIn, id: string): Promise<FoundClaim> {
  return changeStanding(actor, id, 'withdraw')
}

/** Takes a withdrawal back. */
export async function restoreClaim(actor: SignedIn, id: string): Promise<FoundClaim> {
  return changeStanding(actor, id, 'restore')
}

async function changeStanding(
  actor: SignedIn,
  id: string,
  change: 'withdraw' | 'restore',
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'claim.withdraw', claimFacts(claim, debate))
  const at = now()
  const withdraws = change === 'withdraw'
  await transaction(async (tx) => {
    await lockDebate(tx, debate.id)
    const { count } = await tx.claim.updateMany({
      where: { id, withdrawnAt: withdraws ? null : { not: null } },
      data: { withdrawnAt: withdraws ? at : null, version: { increment: 1 } },
    })
    if (count === 0) return
    await recountClaims(tx, { debateId: debate.id, parentIds: await parentsOf(id), at })
    const subject = { actorId: actor.personId, subjectId: id, at }
    await tellDebate(tx, debate, { kind: 'claim.withdrawn', ...subject })
  })
  return claimFor(actor, id)
}
