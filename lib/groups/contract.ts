import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  idShape,
  momentShape,
  nameInput,
  pageOf,
  pageQuery,
  personShape,
  timeZoneInput,
} from '@/lib/api/shapes'
import { GROUP_KINDS, GROUP_ROLES } from './role'

const groupKindShape = z.enum(GROUP_KINDS)
const groupRoleShape = z.enum(GROUP_ROLES)

const name = nameInput(120)
const description = z.string().trim().max(1000)

const groupInput = z.strictObject({
  kind: groupKindShape,
  name,
  description: description.optional(),
  /** IANA name: in which a course writes its dates; without it UTC. */
  timeZone: timeZoneInput.optional(),
})
export type GroupInput = z.infer<typeof groupInput>

const groupEdit = z.strictObject({
  name: name.optional(),
  description: description.optional(),
  /** Whether those who voted on a claim are shown by name to others who did. */
  showsVoters: z.boolean().optional(),
  timeZone: timeZoneInput.optional(),
})
export type GroupEdit = z.infer<typeof groupEdit>

const groupShape = z.object({
  id: z.string(),
  kind: groupKindShape,
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  showsVoters: z.boolean(),
  timeZone: z.string(),
  createdAt: momentShape,
  people: z.number(),
  readings: z.number(),
  /** The viewer's own role; null when he is no member. */
  role: groupRoleShape.nullable(),
  can: z.object({
    edit: z.boolean(),
    seeMembers: z.boolean(),
    join: z.boolean(),
    transfer: z.boolean(),
    review: z.boolean(),
    /** The roles that the viewer may invite to, highest first; none when he may not invite. */
    inviteTo: z.array(groupRoleShape),
    addReadings: z.boolean(),
  }),
})
export type GroupShape = z.infer<typeof groupShape>

const membershipShape = z.object({
  person: personShape,
  role: groupRoleShape,
  joinedAt: momentShape,
  can: z.object({ change: z.boolean(), remove: z.boolean() }),
})
export type MembershipShape = z.infer<typeof membershipShape>

const DAYS_MAXIMUM = 365
const USES_MAXIMUM = 10_000

const invitationInput = z.strictObject({
  id: idShape,
  role: groupRoleShape,
  expiresInDays: z.number().int().min(1).max(DAYS_MAXIMUM).default(14),
  /** How many people may use it; left out: any number. */
  uses: z.number().int().min(1).max(USES_MAXIMUM).optional(),
})
export type InvitationInput = z.infer<typeof invitationInput>

const stateShape = z.enum(['open', 'revoked', 'expired', 'used-up'])

const invitationShape = z.object({
  id: z.string(),
  code: z.string(),
  role: groupRoleShape,
  createdBy: personShape,
  createdAt: momentShape,
  expiresAt: momentShape,
  usesLeft: z.number().nullable(),
  state: stateShape,
})
export type InvitationShape = z.infer<typeof invitationShape>

/** What an invitation says to somebody who holds its code. */
const welcomeShape = z.object({
  group: z.object({
    name: z.string(),
    slug: z.string(),
    kind: groupKindShape,
    description: z.string(),
    people: z.number(),
  }),
  role: groupRoleShape,
  invitedBy: z.string(),
  state: stateShape,
  alreadyIn: z.boolean(),
})
export type WelcomeShape = z.infer<typeof welcomeShape>

const byId = z.strictObject({ id: idShape })
const byMember = z.strictObject({ id: idShape, personId: idShape })
const byReading = z.strictObject({ id: idShape, readingId: idShape })
const byCode = z.strictObject({ code: z.string().max(100) })
const groups = ['Groups']
const invitations = ['Invitations']

function get(path: `/${string}`, summary: string, tags: string[] = groups) {
  return oc.route({ method: 'GET', path, summary, tags })
}

/** An operation that answers with nothing. */
function quiet(method: 'PUT' | 'DELETE', path: `/${string}`, summary: string, tags = groups) {
  return oc.route({ method, path, successStatus: 204, summary, tags })
}

export const groupContract = {
  create: oc
    .route({
      method: 'POST',
      path: '/groups',
      successStatus: 201,
      summary: 'Make a group',
      tags: groups,
    })
    .input(groupInput)
    .output(groupShape),
  list: get('/groups', 'List your groups and the public ones')
    .input(z.strictObject(pageQuery))
    .output(pageOf(groupShape)),
  get: get('/groups/{id}', 'Get a group by its id or slug').input(byId).output(groupShape),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/groups/{id}',
      summary: 'Rename or describe a group',
      tags: groups,
    })
    .input(groupEdit.extend({ id: idShape }))
    .output(groupShape),
  members: get('/groups/{id}/members', 'List the people of a group')
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(membershipShape)),
  changeRole: oc
    .route({
      method: 'PATCH',
      path: '/groups/{id}/members/{personId}',
      summary: "Change somebody's role",
      tags: groups,
    })
    .input(byMember.extend({ role: groupRoleShape }))
    .output(membershipShape),
  removeMember: quiet(
    'DELETE',
    '/groups/{id}/members/{personId}',
    'Take somebody out of a group',
  ).input(byMember),
  join: oc
    .route({
      method: 'PUT',
      path: '/groups/{id}/membership',
      summary: 'Join a public group',
      tags: groups,
    })
    .input(byId)
    .output(groupShape),
  leave: quiet('DELETE', '/groups/{id}/membership', 'Leave a group').input(byId),
  transfer: quiet('PUT', '/groups/{id}/owner', 'Hand a group over to another member').input(
    z.strictObject({ id: idShape, personId: idShape }),
  ),
  shelve: quiet(
    'PUT',
    '/groups/{id}/readings/{readingId}',
    'Place a reading on the shelf of a group',
  ).input(byReading),
  unshelve: quiet(
    'DELETE',
    '/groups/{id}/readings/{readingId}',
    'Take a reading off the shelf of a group; its notes there stay with it',
  ).input(byReading),
  invite: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/invitations',
      successStatus: 201,
      summary: 'Invite to a group by a code or link',
      tags: invitations,
    })
    .input(invitationInput)
    .output(invitationShape),
  invitations: get('/groups/{id}/invitations', 'List the invitations of a group', invitations)
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(invitationShape)),
  revokeInvitation: quiet(
    'DELETE',
    '/groups/{id}/invitations/{invitationId}',
    'Withdraw an invitation',
    invitations,
  ).input(z.strictObject({ id: idShape, invitationId: idShape })),
  invitation: get('/invitations/{code}', 'What an invitation is to', invitations)
    .input(byCode)
    .output(welcomeShape),
  acceptInvitation: oc
    .route({
      method: 'PUT',
      path: '/invitations/{code}/acceptance',
      summary: 'Join the group that a code invites to',
      tags: invitations,
    })
    .input(byCode)
    .output(groupShape),
}
