import 'server-only'
import { now } from '@/lib/clock'
import { db, transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import { notify } from '@/lib/events/notify'
import { presentItem } from '@/lib/moderation/present'
import { type FoundItem, groupFactsOf, itemFor } from '@/lib/moderation/queries/items'
import { ranksAtLeast, type SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { logAct } from './log-act'

const CLAIM_MS = 5 * 60_000

/**
 * Says that one is on an item, for five minutes from now. Throws Conflict with the item as `current` while somebody else is. Not in the log: that
 * one looked is no act.
 */
export async function claimItem(actor: SignedIn, id: string): Promise<FoundItem> {
  const { row } = await itemFor(actor, id)
  authorize(actor, 'review.work', groupFactsOf(row))
  const at = now()
  const { count } = await db().reviewItem.updateMany({
    where: {
      id,
      state: 'open',
      OR: [{ claimedById: null }, { claimedById: actor.personId }, { claimedUntil: { lte: at } }],
    },
    data: { claimedById: actor.personId, claimedUntil: new Date(at.getTime() + CLAIM_MS) },
  })
  const found = await itemFor(actor, id)
  if (count === 0) throw takenBy(actor, found, at)
  return found
}

/** A Conflict that says who is on an item, or what became of it, with the item as `current`. */
export function takenBy(actor: SignedIn, found: FoundItem, at: Date): Conflict {
  const current = presentItem(actor, found, at)
  if (current.state === 'open' && current.claim !== null) {
    const { name } = current.claim.by
    return new Conflict('claimed', `${name} is on this. What you wrote is kept.`, { current })
  }
  const by = current.decision?.by?.name ?? 'Somebody'
  const code = current.state === 'open' ? 'stale' : 'decided'
  const happened =
    code === 'stale' ? 'This changed meanwhile.' : `${by} has decided this meanwhile.`
  return new Conflict(code, `${happened} What you wrote is kept.`, { current })
}

/** Says that one is not on an item any more. Of somebody else's claim nothing changes. */
export async function releaseItem(actor: SignedIn, id: string): Promise<void> {
  const { row } = await itemFor(actor, id)
  authorize(actor, 'review.work', groupFactsOf(row))
  await db().reviewItem.updateMany({
    where: { id, claimedById: actor.personId },
    data: { claimedById: null, claimedUntil: null },
  })
}

export type Setting = {
  readonly assigneeId?: string | null | undefined
  readonly snoozedUntil?: string | null | undefined
}

/** Assigns an item to somebody who leads the group, or puts it off. Throws Invalid for who does not. */
export async function setItem(actor: SignedIn, id: string, setting: Setting): Promise<FoundItem> {
  const { row } = await itemFor(actor, id)
  authorize(actor, 'review.work', groupFactsOf(row))
  const { assigneeId, snoozedUntil } = setting
  if (assigneeId) await requireLeader(row.groupId, assigneeId)
  const at = now()
  await transaction(async (tx) => {
    await tx.reviewItem.updateMany({
      where: { id },
      data: {
        ...(assigneeId !== undefined && { assignedToId: assigneeId }),
        ...(snoozedUntil !== undefined && {
          snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil),
        }),
      },
    })
    const common = { actorId: actor.personId, item: row, at }
    if (assigneeId !== undefined) await logAct(tx, { act: 'assigned', ...common })
    if (snoozedUntil !== undefined) await logAct(tx, { act: 'snoozed', ...common })
    if (!assigneeId || assigneeId === actor.personId) return
    const { groupId, readingId } = row
    await notify(tx, {
      personId: assigneeId,
      kind: 'item.assigned',
      subjectId: id,
      actorId: actor.personId,
      groupId,
      readingId,
      threadId: row.threadId,
      particulars: {},
      at,
    })
  })
  return itemFor(actor, id)
}

async function requireLeader(groupId: string, personId: string): Promise<void> {
  const membership = await db().membership.findFirst({
    where: { groupId, personId },
    select: { role: true },
  })
  if (membership && ranksAtLeast(membership.role, 'moderator')) return
  throw new Invalid('assignee', 'Only those who lead the group work at its queue.')
}
