import { type AnyActor, roleIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { GroupShape, InvitationShape, MembershipShape, WelcomeShape } from './contract'
import { invitationState, shownCode } from './invitation'
import type { GroupRow, InvitationRow, InvitationToGroup, MembershipRow } from './queries'
import { rolesIn } from './role'

/** A group as one viewer sees it. */
export function presentGroup(viewer: AnyActor, row: GroupRow): GroupShape {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    slug: row.slug,
    description: row.description,
    showsVoters: row.showsVoters,
    timeZone: row.timeZone,
    createdAt: row.createdAt.toISOString(),
    people: row.people,
    readings: row.readings,
    role: roleIn(viewer, row.id),
    can: {
      edit: can(viewer, 'group.edit', row),
      seeMembers: can(viewer, 'group.seeMembers', row),
      join: roleIn(viewer, row.id) === null && can(viewer, 'group.join', row),
      transfer: can(viewer, 'group.transfer', row),
      review: can(viewer, 'review.see', row),
      inviteTo: rolesIn(row.kind).filter((role) =>
        can(viewer, 'group.invite', { group: row, personId: '', role }),
      ),
      addReadings: can(viewer, 'reading.create', { group: row }),
    },
  }
}

/** Somebody's place in a group, with what the viewer may do about it. */
export function presentMembership(
  viewer: AnyActor,
  group: GroupRow,
  row: MembershipRow,
): MembershipShape {
  const facts = { group, personId: row.personId, role: row.role }
  return {
    person: { id: row.person.id, name: row.person.name },
    role: row.role,
    joinedAt: row.joinedAt.toISOString(),
    can: {
      change: can(viewer, 'membership.change', facts),
      remove: can(viewer, 'membership.remove', facts),
    },
  }
}

/** An invitation as those see it who may make one. */
export function presentInvitation(row: InvitationRow, now: Date): InvitationShape {
  return {
    id: row.id,
    code: shownCode(row.code),
    role: row.role,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    usesLeft: row.usesLeft,
    state: invitationState(row, now),
  }
}

/** What an invitation says to whoever holds its code. */
export function presentWelcome(viewer: AnyActor, row: InvitationToGroup, now: Date): WelcomeShape {
  const { group } = row
  return {
    group: {
      name: group.name,
      slug: group.slug,
      kind: group.kind,
      description: group.description,
      people: group.people,
    },
    role: row.role,
    invitedBy: row.createdBy.name,
    state: invitationState(row, now),
    alreadyIn: roleIn(viewer, group.id) !== null,
  }
}
