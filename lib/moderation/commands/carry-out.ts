import 'server-only'
import { moveToSection } from '@/lib/annotations/commands/move'
import { removeAnnotation, restoreAnnotation } from '@/lib/annotations/commands/remove'
import type { Db } from '@/lib/db/client'
import { archiveClaim, mergeClaims, moveClaim, splitClaim } from '@/lib/debates/commands/arrange'
import { lastChangeOf } from '@/lib/debates/queries/changes'
import { bareClaimFor } from '@/lib/debates/queries/claims'
import { Invalid } from '@/lib/errors'
import { sanctionMember } from '@/lib/groups/commands/sanction'
import { endOf, HOLD } from '@/lib/moderation/decision'
import { lockThread } from '@/lib/threads/commands/lock'
import { removeReply, restoreReply } from '@/lib/threads/commands/remove-reply'
import { resolveThread } from '@/lib/threads/commands/resolve'
import { subjectFor } from '@/lib/threads/queries/subjects'
import type { Before, Deciding } from './deciding'

// What a decision does, by the commands of the nouns that it is about, in its transaction. Each says what was so before.

/** Does what was decided. Throws what the nouns' commands throw. */
export async function carryOut(tx: Db, deciding: Deciding): Promise<Before> {
  const { actor, found, input, at } = deciding
  const { row } = found
  switch (input.kind) {
    case 'approve':
      return row.source === 'held' ? letThrough(tx, deciding) : {}
    case 'hide':
    case 'remove':
      return takeFromView(tx, deciding)
    case 'resolve':
      return settleThread(deciding)
    case 'lock':
      return (await lockThread(actor, row.threadId)) ? { locked: true } : {}
    case 'move':
    case 'merge':
    case 'split':
    case 'duplicate':
      return rearrange(deciding)
    case 'mute':
    case 'suspend': {
      const until = endOf(input.kind, input.days, at)
      const { groupId, authorId: personId } = row
      return {
        sanction: await sanctionMember(actor, { groupId, personId, kind: input.kind, until }),
      }
    }
    case 'request-edit':
    case 'warn':
      return requireWords(input.words)
  }
}

async function letThrough(tx: Db, { actor, found }: Deciding): Promise<Before> {
  const { subjectKind, subjectId } = found.row
  const where = { subjectId, kind: HOLD, undoneAt: null }
  const hold = await tx.decision.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } })
  if (subjectKind === 'annotation') await restoreAnnotation(actor, subjectId)
  else await restoreReply(actor, subjectId)
  return hold ? { held: hold.id } : {}
}

function requireWords(words: string): Before {
  if (words === '') throw new Invalid('words', 'Say in some words what the author should do.')
  return {}
}

async function takeFromView(tx: Db, { actor, found, decisionId }: Deciding): Promise<Before> {
  const { subjectKind, subjectId: id, authorId } = found.row
  if (subjectKind === 'claim') {
    await archiveClaim(actor, id)
    return { changeId: await lastChangeOf(id) }
  }
  if (subjectKind === 'annotation') {
    await removeAnnotation(actor, id)
    // What its author deleted before stays the author's own deletion.
    const hidden = await tx.$executeRaw`
      UPDATE annotations SET decision_id = ${decisionId}::uuid WHERE id = ${id}::uuid
        AND deleted_at IS NOT NULL AND deleted_by_id IS DISTINCT FROM ${authorId}::uuid`
    return { hidden: hidden > 0 }
  }
  await removeReply(actor, id)
  const hidden = await tx.$executeRaw`
    UPDATE replies SET decision_id = ${decisionId}::uuid WHERE id = ${id}::uuid
      AND deleted_at IS NOT NULL AND deleted_by_id IS DISTINCT FROM ${authorId}::uuid`
  return { hidden: hidden > 0 }
}

async function settleThread({ actor, found }: Deciding): Promise<Before> {
  const { threadId } = found.row
  const subject = await subjectFor(actor, threadId)
  if (subject.resolvedAt !== null) return {}
  await resolveThread(actor, threadId)
  return { resolved: true }
}

async function rearrange(deciding: Deciding): Promise<Before> {
  const { actor, found, input } = deciding
  const { subjectKind, subjectId: id, threadId } = found.row
  if (input.kind === 'split') return splitIn(deciding)
  const to = input.to
  if (to === undefined) throw new Invalid('to', 'Say where to: send the id as “to”.')
  if (subjectKind === 'claim') {
    if (input.kind === 'move') await moveBelow(deciding, to)
    else await mergeClaims(actor, id, to)
    return { changeId: await lastChangeOf(id) }
  }
  if (input.kind === 'move') return { place: await moveToSection(actor, id, to) }
  // A duplicate points to the first of its kind, where the conversation goes on.
  await subjectFor(actor, to)
  const resolved = await settleThread(deciding)
  const locked = await lockThread(actor, threadId)
  return { ...resolved, ...(locked && { locked: true }), of: to }
}

async function moveBelow({ actor, found }: Deciding, parentId: string): Promise<void> {
  const { claim } = await bareClaimFor(actor, found.row.subjectId)
  if (claim.linkId === null || claim.relation === null) {
    throw new Invalid('thesis', 'A thesis stands by itself and hangs on nothing.')
  }
  const { relation, attacks } = claim
  await moveClaim(actor, claim.linkId, { parentId, relation, attacks: attacks ?? undefined })
}

async function splitIn({ actor, found, input }: Deciding): Promise<Before> {
  const { halves } = input
  if (halves === undefined) throw new Invalid('halves', 'Say the two statements, as “halves”.')
  const { claim } = await bareClaimFor(actor, found.row.subjectId)
  const [first, second] = halves
  const { version } = claim
  await splitClaim(actor, claim.id, { version, first, second, childLinkIds: [] })
  return { changeId: await lastChangeOf(claim.id) }
}
