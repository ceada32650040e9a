import 'server-only'
import { randomBytes } from 'node:crypto'
import { now } from '@/lib/clock'
import { db, transaction } from '@/lib/db/client'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import type { InvitationInput } from '@/lib/groups/contract'
import { CODE_LENGTH, codeFrom, invitationProblem, invitationState } from '@/lib/groups/invitation'
import { groupFor, type InvitationRow, invitationByCode } from '@/lib/groups/queries'
import { rolesIn } from '@/lib/groups/role'
import { isId, newId } from '@/lib/ids'
import type { GroupRole, SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { recordMembership } from './record-membership'

const DAY = 24 * 60 * 60 * 1000

/** Makes an invitation to a group, to a role not above one's own. */
export async function createInvitation(
  actor: SignedIn,
  input: InvitationInput,
): Promise<InvitationRow> {
  const group = await groupFor(actor, input.id)
  authorize(actor, 'group.invite', { group, personId: actor.personId, role: input.role })
  if (!rolesIn(group.kind).includes(input.role)) {
    throw new Invalid(
      'role',
      'There is no such role here: only a course has instructors and assistants.',
    )
  }
  const at = now()
  const row = {
    id: newId(),
    groupId: group.id,
    code: codeFrom(randomBytes(CODE_LENGTH)),
    role: input.role,
    createdAt: at,
    expiresAt: new Date(at.getTime() + input.expiresInDays * DAY),
    usesLeft: input.uses ?? null,
    revokedAt: null,
  }
  await db().invitation.createMany({ data: { ...row, createdById: actor.personId } })
  return { ...row, createdBy: { id: actor.personId, name: actor.name } }
}

/** Withdraws an invitation: nobody can use it from now on. Twice changes nothing. */
export async function revokeInvitation(
  actor: SignedIn,
  { groupId, invitationId }: { groupId: string; invitationId: string },
): Promise<void> {
  const group = await groupFor(actor, groupId)
  const invitation = isId(invitationId)
    ? await db().invitation.findFirst({
        where: { id: invitationId, groupId: group.id },
        select: { role: true },
      })
    : null
  authorize(actor, 'group.invite', {
    group,
    personId: actor.personId,
    role: invitation?.role ?? 'guest',
  })
  if (!invitation) throw new NotFound('There is no such invitation.')
  await db().invitation.updateMany({
    where: { id: invitationId, revokedAt: null },
    data: { revokedAt: now() },
  })
}

export type Joined = { readonly id: string; readonly slug: string; readonly role: GroupRole }

/**
 * Joins the group that a code invites to, and spends one use of it. Who is in the group already stays as he is and spends
 * nothing. Throws NotFound for an unknown code, Conflict for one that is withdrawn, expired or used up. Returns where
 * he is now.
 */
export async function acceptInvitation(actor: SignedIn, typed: string): Promise<Joined> {
  const invitation = await invitationByCode(typed)
  authorize(actor, 'invitation.accept', null)
  const at = now()
  const state = invitationState(invitation, at)
  const { groupId, role } = invitation
  await transaction(async (tx) => {
    const { count: joined } = await tx.membership.createMany({
      data: { groupId, personId: actor.personId, role, joinedAt: at },
      skipDuplicates: true,
    })
    if (joined === 0) return
    // One statement, so that the last use is given to one person however many come at once.
    const spent =
      state === 'open'
        ? await tx.$executeRaw`
            UPDATE invitations SET uses_left = uses_left - 1, accepted_by_id =
              CASE WHEN roster_id IS NULL THEN NULL ELSE ${actor.personId}::uuid END
            WHERE id = ${invitation.id}::uuid AND revoked_at IS NULL AND expires_at > ${at}
              AND (uses_left IS NULL OR uses_left > 0)`
        : 0
    if (spent === 0) throw refusal(invitation, at)
    await recordMembership(tx, {
      actor,
      action: 'membership.joined',
      groupId,
      personId: actor.personId,
      role,
      at,
    })
  })
  return { id: groupId, slug: invitation.group.slug, role }
}

function refusal(invitation: InvitationRow, at: Date): Conflict {
  const state = invitationState(invitation, at)
  // Open when it was read, closed a moment later: somebody else took the last use.
  const reason = state === 'open' ? 'used-up' : state
  return new Conflict(`invitation-${reason}`, invitationProblem(reason))
}
