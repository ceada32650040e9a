import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { now } from '@/lib/clock'
import type { GroupRole, SignedIn } from '@/lib/policy/actor'
import { createGroup } from './commands/create-group'
import { editGroup } from './commands/edit-group'
import { acceptInvitation, createInvitation, revokeInvitation } from './commands/invitations'
import { joinGroup } from './commands/join-group'
import { changeRole, removeMember, transferGroup } from './commands/memberships'
import { shelveReading, unshelveReading } from './commands/shelve-reading'
import { type GroupShape, groupContract } from './contract'
import { presentGroup, presentInvitation, presentMembership, presentWelcome } from './present'
import { groupFor, invitationByCode, invitationsOf, listGroups, membersOf } from './queries'

const os = on(groupContract)
const forSignedIn = os.use(signedIn)

// The actor was loaded before he had this role: what he is answered must already know of it.
async function groupJoined(actor: SignedIn, id: string, role: GroupRole): Promise<GroupShape> {
  const memberships = new Map(actor.memberships).set(id, actor.memberships.get(id) ?? role)
  const viewer = { ...actor, memberships }
  return presentGroup(viewer, await groupFor(viewer, id))
}

export const groupEndpoints = os.router({
  create: forSignedIn.create.handler(async ({ input, context: { actor } }) => {
    const { id } = await createGroup(actor, input)
    return groupJoined(actor, id, 'owner')
  }),
  list: os.list.handler(async ({ input, context: { actor } }) => {
    const page = await listGroups(actor, input)
    return { ...page, items: page.items.map((row) => presentGroup(actor, row)) }
  }),
  get: os.get.handler(async ({ input, context: { actor } }) =>
    presentGroup(actor, await groupFor(actor, input.id)),
  ),
  edit: forSignedIn.edit.handler(async ({ input: { id, ...edit }, context: { actor } }) =>
    presentGroup(actor, await editGroup(actor, id, edit)),
  ),
  members: os.members.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const group = await groupFor(actor, id)
    const page = await membersOf(actor, group, query)
    return { ...page, items: page.items.map((row) => presentMembership(actor, group, row)) }
  }),
  changeRole: forSignedIn.changeRole.handler(
    async ({ input: { id, ...change }, context: { actor } }) => {
      const { group, membership } = await changeRole(actor, { groupId: id, ...change })
      return presentMembership(actor, group, membership)
    },
  ),
  removeMember: forSignedIn.removeMember.handler(async ({ input, context: { actor } }) =>
    removeMember(actor, { groupId: input.id, personId: input.personId }),
  ),
  join: forSignedIn.join.handler(async ({ input, context: { actor } }) => {
    const { id } = await joinGroup(actor, input.id)
    return groupJoined(actor, id, 'member')
  }),
  leave: forSignedIn.leave.handler(async ({ input, context: { actor } }) => {
    await removeMember(actor, { groupId: input.id, personId: actor.personId })
  }),
  transfer: forSignedIn.transfer.handler(async ({ input, context: { actor } }) =>
    transferGroup(actor, { groupId: input.id, personId: input.personId }),
  ),
  shelve: forSignedIn.shelve.handler(async ({ input, context: { actor } }) =>
    shelveReading(actor, { groupId: input.id, readingId: input.readingId }),
  ),
  unshelve: forSignedIn.unshelve.handler(async ({ input, context: { actor } }) =>
    unshelveReading(actor, { groupId: input.id, readingId: input.readingId }),
  ),
  invite: forSignedIn.invite.handler(async ({ input, context: { actor } }) =>
    presentInvitation(await createInvitation(actor, input), now()),
  ),
  invitations: os.invitations.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const page = await invitationsOf(actor, await groupFor(actor, id), query)
    const at = now()
    return { ...page, items: page.items.map((row) => presentInvitation(row, at)) }
  }),
  revokeInvitation: forSignedIn.revokeInvitation.handler(async ({ input, context: { actor } }) =>
    revokeInvitation(actor, {
      groupId: input.id,
      invitationId: input.invitationId,
    }),
  ),
  invitation: os.invitation.handler(async ({ input, context: { actor } }) =>
    presentWelcome(actor, await invitationByCode(input.code), now()),
  ),
  acceptInvitation: forSignedIn.acceptInvitation.handler(async ({ input, context: { actor } }) => {
    const { id, role } = await acceptInvitation(actor, input.code)
    return groupJoined(actor, id, role)
  }),
})
