import 'server-only'
import { now } from '@/lib/clock'
import { db, transaction } from '@/lib/db/client'
import { groupFor, membershipIn } from '@/lib/groups/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { recordMembership } from './record-membership'

export type Sanctions = { readonly mutedUntil: Date | null; readonly suspendedUntil: Date | null }

type Member = { readonly groupId: string; readonly personId: string }

/**
 * Mutes somebody of lower role in a group, who then reads there and writes nothing, or suspends them, who are as if not in it, until a
 * moment. Says what held before. Throws NotFound for who is not in the group.
 */
export async function sanctionMember(
  actor: SignedIn,
  {
    kind,
    until,
    ...member
  }: Member & { readonly kind: 'mute' | 'suspend'; readonly until: Date | null },
): Promise<Sanctions> {
  const before = await sanctionsOf(member)
  const change = kind === 'mute' ? { mutedUntil: until } : { suspendedUntil: until }
  const action = kind === 'mute' ? 'membership.muted' : 'membership.suspended'
  await store(actor, member, { change, action })
  return before
}

/** Puts back what held before a sanction. */
export async function liftSanction(
  actor: SignedIn,
  { before, ...member }: Member & { readonly before: Sanctions },
): Promise<void> {
  await store(actor, member, { change: before, action: 'membership.let-off' })
}

async function sanctionsOf({ groupId, personId }: Member): Promise<Sanctions> {
  const row = await db().membership.findFirst({
    where: { groupId, personId },
    select: { mutedUntil: true, suspendedUntil: true },
  })
  return row ?? { mutedUntil: null, suspendedUntil: null }
}

async function store(
  actor: SignedIn,
  { groupId, personId }: Member,
  {
    change,
    action,
  }: {
    readonly change: Partial<Sanctions>
    readonly action: 'membership.muted' | 'membership.suspended' | 'membership.let-off'
  },
): Promise<void> {
  const group = await groupFor(actor, groupId)
  const membership = await membershipIn(group, personId)
  authorize(actor, 'membership.sanction', { group, ...membership })
  const at = now()
  await transaction(async (tx) => {
    await tx.membership.updateMany({ where: { groupId, personId }, data: change })
    const { role } = membership
    await recordMembership(tx, { actor, action, groupId, personId, role, at })
  })
}
