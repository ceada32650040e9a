import 'server-only'
import { now } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { type Aspect, type Relation, requireRelation, statement } from '@/lib/debates/claim'
import type { FlatClaim } from '@/lib/debates/queries/claim-rows'
import { bareClaimFor, claimFacts, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import type { DebateRow } from '@/lib/debates/queries/debates'
import { linkById } from '@/lib/debates/queries/links'
import * as order from '@/lib/debates/restructure'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { requireNotWithdrawn } from './claims'
import { giveTruthVotes, rearrangeClaims } from './rearrange'
import { storeClaim } from './store-claim'

type Place = {
  readonly parentId: string
  readonly relation: Relation
  readonly attacks?: Aspect | undefined
}

/** Hangs a claim on one more parent of its debate. */
export async function linkClaim(actor: SignedIn, id: string, place: Place): Promise<FoundClaim> {
  const { claim, debate } = await movable(actor, id)
  await requirePlace(actor, claim, place)
  const { parentId, relation, attacks = null } = place
  const link = { id: newId(), childId: id, parentId, relation, attacks }
  const plan = (links: readonly order.Link[]) => order.linkUnder(links, link)
  await rearrangeClaims({ actor, debate, kind: 'linked', claim, plan })
  return claimFor(actor, id, parentId)
}

/** Takes a claim from one of its parents. */
export async function unlinkClaim(actor: SignedIn, linkId: string): Promise<FoundClaim> {
  const { childId } = await linkById(linkId)
  const { claim, debate } = await movable(actor, childId)
  const plan = (links: readonly order.Link[]) => order.unlink(links, linkId)
  await rearrangeClaims({ actor, debate, kind: 'unlinked', claim, plan })
  return claimFor(actor, childId)
}

/** Moves a claim. Who names a link that somebody else moved meanwhile has a Conflict. */
export async function moveClaim(
  actor: SignedIn,
  linkId: string,
  place: Place,
): Promise<FoundClaim> {
  const { childId } = await linkById(linkId).catch((error) => {
    // A link that is gone was moved, and whoever held it saw it: that is a conflict, not a thing that never was.
    throw error instanceof NotFound
      ? new Conflict(
          'moved-meanwhile',
          'Somebody moved this claim meanwhile. Look where it stands now.',
        )
      : error
  })
  const { claim, debate } = await movable(actor, childId)
  await requirePlace(actor, claim, place)
  const { parentId, relation, attacks = null } = place
  const to = { parentId, relation, attacks }
  const plan = (links: readonly order.Link[]) => order.move(links, linkId, to, newId)
  await rearrangeClaims({ actor, debate, kind: 'moved', claim, plan })
  return claimFor(actor, childId, place.parentId)
}

type Bare = { readonly claim: FlatClaim; readonly debate: DebateRow }

async function movable(actor: SignedIn, id: string): Promise<Bare> {
  const found = await bareClaimFor(actor, id)
  authorize(actor, 'claim.move', claimFacts(found.claim, found.debate))
  if (found.claim.kind === 'thesis') {
    throw new Invalid('thesis', 'A thesis stands by itself and hangs on nothing.')
  }
  requireNotWithdrawn(found.claim)
  return found
}

async function requirePlace(
  actor: SignedIn,
  claim: FlatClaim,
  { parentId, relation, attacks }: Place,
): Promise<void> {
  const { claim: parent } = await bareClaimFor(actor, parentId)
  requireNotWithdrawn(parent)
  requireRelation(claim.kind, relation, attacks ?? null)
  if (parent.debateId !== claim.debateId) {
    throw new Invalid('elsewhere', 'A claim stays in its section’s debate. Nothing was changed.')
  }
}

async function arrangeable(actor: SignedIn, id: string): Promise<Bare> {
  const found = await bareClaimFor(actor, id)
  authorize(actor, 'debate.arrange', found.debate.facts)
  requireNotWithdrawn(found.claim)
  return found
}

/** Merges a claim into another that says the same. People's votes on its truth, its evidence and what hung on it are the other's from now on. */
export async function mergeClaims(actor: SignedIn, id: string, into: string): Promise<FoundClaim> {
  const { claim, debate } = await arrangeable(actor, id)
  const { claim: target } = await bareClaimFor(actor, into)
  requireNotWithdrawn(target)
  if (target.debateId !== claim.debateId || target.kind !== claim.kind || claim.kind === 'thesis') {
    throw new Invalid('unlike', 'Only two claims of one kind, in one debate, can say the same.')
  }
  const plan = (links: readonly order.Link[]) => order.merge(links, id, into, newId)
  const also = async (tx: Db) => {
    const evidence = await moveEvidence(tx, id, into)
    await tx.claim.updateMany({ where: { id }, data: { mergedIntoId: into } })
    return { evidence, voters: await giveTruthVotes(tx, id, into) }
  }
  await rearrangeClaims({ actor, debate, kind: 'merged', claim, plan, also })
  return claimFor(actor, into)
}

async function moveEvidence(tx: Db, from: string, into: string): Promise<string[]> {
  const moved = await tx.evidence.findMany({ where: { claimId: from }, select: { id: true } })
  await tx.evidence.updateMany({ where: { claimId: from }, data: { claimId: into } })
  for (const id of [from, into]) {
    const citations = await tx.evidence.count({ where: { claimId: id } })
    await tx.claim.updateMany({ where: { id }, data: { citations } })
  }
  return moved.map(({ id }) => id)
}

type Halves = {
  readonly version: number
  readonly first: string
  readonly second: string
  readonly childLinkIds: readonly string[]
}

/** Splits a claim that says two things. Votes on its truth stay with the first half: nobody has judged the second alone. */
export async function splitClaim(actor: SignedIn, id: string, halves: Halves): Promise<FoundClaim> {
  const { claim, debate } = await arrangeable(actor, id)
  if (claim.kind === 'thesis') throw new Invalid('thesis', 'Set a second thesis instead.')
  const first = statement(halves.first)
  const second = statement(halves.second)
  const secondId = newId()
  const plan = (links: readonly order.Link[]) =>
    order.split(links, { claimId: id, secondId, childLinkIds: halves.childLinkIds }, newId)
  const also = async (tx: Db, at: Date) => {
    const { count } = await tx.claim.updateMany({
      where: { id, version: halves.version },
      data: { text: first, version: { increment: 1 }, editedAt: now() },
    })
    if (count === 0) {
      throw new Conflict(
        'stale',
        'This claim was changed meanwhile. Both halves are kept: compare.',
      )
    }
    const half = { kind: claim.kind, text: second, explanation: '', adoptedAt: null, at }
    await storeClaim(tx, debate, { id: secondId, authorId: claim.authorId, ...half })
    return { words: { id, text: claim.text } }
  }
  await rearrangeClaims({ actor, debate, kind: 'split', claim, plan, also })
  return claimFor(actor, id)
}

/** Puts a claim away, and all that hangs on it alone. */
export async function archiveClaim(actor: SignedIn, id: string): Promise<FoundClaim> {
  const { claim, debate } = await arrangeable(actor, id)
  await rearrangeClaims({ actor, debate, kind: 'archived', claim, plan: () => order.archive(id) })
  return claimFor(actor, id)
}
