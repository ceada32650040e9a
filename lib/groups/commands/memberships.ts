import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import { type GroupRow, groupFor, type MembershipRow, membershipIn } from '@/lib/groups/queries'
import { rolesIn } from '@/lib/groups/role'
import type { GroupRole, Operator, SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { recordMembership } from './record-membership'

/** Gives somebody in a group another role. Throws Conflict when it would leave the group without an owner. */
export async function changeRole(
  actor: SignedIn,
  { groupId, personId, role }: { groupId: string; personId: string; role: GroupRole },
): Promise<{ readonly group: GroupRow; readonly membership: MembershipRow }> {
  const group = await groupFor(actor, groupId)
  const membership = await membershipIn(group, personId)
  authorize(actor, 'membership.change', { group, ...membership })
  requireRoleOf(group, role)
  await transaction(async (tx) => {
    await lockGroup(tx, group.id)
    await setRole(tx, { group, personId: membership.personId, role })
    await requireOwner(tx, group.id)
    const change = { groupId: group.id, personId: membership.personId, role, at: now() }
    await recordMembership(tx, { actor, action: 'membership.changed', ...change })
  })
  return { group, membership: { ...membership, role } }
}

/** Takes somebody out of a group; oneself, to leave it. Throws Conflict when it would leave the group without an owner. */
export async function removeMember(
  actor: SignedIn,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<void> {
  const group = await groupFor(actor, groupId)
  const membership = await membershipIn(group, personId)
  authorize(actor, 'membership.remove', { group, ...membership })
  await transaction(async (tx) => {
    await lockGroup(tx, group.id)
    // The role that was authorised, or none: somebody promoted a moment ago is not removed by those now below him.
    const { count } = await tx.membership.deleteMany({
      where: { groupId: group.id, personId, role: membership.role },
    })
    if (count === 0) {
      throw new Conflict('changed', 'This person left or got another role just now. Look again.')
    }
    await requireOwner(tx, group.id)
    const change = { groupId: group.id, personId, role: membership.role, at: now() }
    await recordMembership(tx, { actor, action: 'membership.removed', ...change })
  })
}

/** Hands a group over: the other becomes its owner, and whoever owned it a moderator (in a course, an instructor). */
export async function transferGroup(
  actor: SignedIn,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<void> {
  const group = await groupFor(actor, groupId)
  authorize(actor, 'group.transfer', group)
  const heir = await membershipIn(group, personId)
  if (heir.personId === actor.personId) {
    throw new Conflict('own-group', 'The group is yours already. Nothing was changed.')
  }
  const after: GroupRole = group.kind === 'course' ? 'instructor' : 'moderator'
  await transaction(async (tx) => {
    await lockGroup(tx, group.id)
    await requireStillOwner(tx, group.id, actor.personId)
    await setRole(tx, { group, personId: heir.personId, role: 'owner' })
    await setRole(tx, { group, personId: actor.personId, role: after })
    const common = { actor, action: 'membership.changed' as const, groupId: group.id, at: now() }
    await recordMembership(tx, { ...common, personId: heir.personId, role: 'owner' })
    await recordMembership(tx, { ...common, personId: actor.personId, role: after })
  })
}

/** Puts somebody into a group with a role, or gives him that role there: for the operator. */
export async function addMember(
  actor: Operator,
  { groupId, personId, role }: { groupId: string; personId: string; role: GroupRole },
): Promise<void> {
  const group = await groupFor(actor, groupId)
  requireRoleOf(group, role)
  await transaction(async (tx) => {
    await lockGroup(tx, group.id)
    const at = now()
    await tx.membership.upsert({
      where: { groupId_personId: { groupId: group.id, personId } },
      create: { groupId: group.id, personId, role, joinedAt: at },
      update: { role },
      select: { role: true },
    })
    await requireOwner(tx, group.id)
    const change = { groupId: group.id, personId, role, at }
    await recordMembership(tx, { actor, action: 'membership.added', ...change })
  })
}

function requireRoleOf(group: GroupRow, role: GroupRole): void {
  if (rolesIn(group.kind).includes(role)) return
  throw new Invalid(
    'role',
    `There is no such role here: only a course has instructors and assistants.`,
  )
}

/**
 * Makes every change of who is who in a group wait for the others, so that two owners who leave at once cannot both see the other staying.
 */
export async function lockGroup(tx: Db, groupId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM groups WHERE id = ${groupId}::uuid FOR UPDATE`
}

async function setRole(
  tx: Db,
  { group, personId, role }: { group: GroupRow; personId: string; role: GroupRole },
): Promise<void> {
  const { count } = await tx.membership.updateMany({
    where: { groupId: group.id, personId },
    data: { role },
  })
  if (count === 0) throw new NotFound('This person is not in the group any more.')
}

/** Throws Conflict for a group that was left without an owner. */
export async function requireOwner(tx: Db, groupId: string): Promise<void> {
  if ((await tx.membership.count({ where: { groupId, role: 'owner' } })) > 0) return
  throw new Conflict(
    'last-owner',
    'A group needs an owner. Nothing was changed: make somebody else the owner first.',
  )
}

async function requireStillOwner(tx: Db, groupId: string, personId: string): Promise<void> {
  if ((await tx.membership.count({ where: { groupId, personId, role: 'owner' } })) > 0) return
  throw new Conflict('not-owner', 'You do not own this group any more. Nothing was changed.')
}
