import { oc } from '@orpc/contract'
import * as z from 'zod'
import { countInput, idShape, momentShape, pageOf, pageQuery, personShape } from '@/lib/api/shapes'
import { GROUP_ROLES } from '@/lib/groups/role'

const LIST_LONGEST = 200_000
const role = z.enum(GROUP_ROLES)

const rosterInput = z.strictObject({
  id: idShape,
  /** Lines of name, address and role, as a spreadsheet gives them. */
  list: z.string().max(LIST_LONGEST),
})

/** `expected`: what a preview said; where it is not so any more, nothing is done. */
const addInput = rosterInput.extend({
  expected: z.strictObject({ added: countInput, changed: countInput }).optional(),
})
export type RosterInput = z.infer<typeof addInput>

const lineShape = z.object({
  line: z.number(),
  name: z.string(),
  email: z.string(),
  role,
  does: z.enum(['adds', 'changes', 'nothing']),
  /** The role that somebody has already. */
  roleBefore: role.nullable(),
})

const previewShape = z.object({
  items: z.array(lineShape),
  /** While there is one, nothing can be added. */
  faults: z.array(z.object({ line: z.number(), fault: z.string() })),
})
export type RosterPreviewShape = z.infer<typeof previewShape>

const rosterShape = z.object({
  id: z.string(),
  addedBy: personShape.nullable(),
  addedAt: momentShape,
  /** How many it invited, and how many of these have joined. */
  invited: z.number(),
  joined: z.number(),
  /** Of how many it changed the role or the name. */
  changed: z.number(),
  undoneAt: momentShape.nullable(),
})
export type RosterShape = z.infer<typeof rosterShape>

const placeShape = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  /** Of the link that is theirs alone. */
  code: z.string(),
  state: z.enum(['waiting', 'joined', 'revoked', 'expired']),
  /** Whoever took the invitation. */
  person: personShape.nullable(),
})
export type PlaceShape = z.infer<typeof placeShape>

const tags = ['Rosters']
const paged = z.strictObject({ id: idShape, ...pageQuery })

export const rosterContract = {
  preview: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/roster-preview',
      summary: 'What a list would do to the roster of a course; nothing is done',
      tags,
    })
    .input(rosterInput)
    .output(previewShape),
  add: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/rosters',
      successStatus: 201,
      summary: 'Invite everybody on a list, each by a link of their own; nobody is removed',
      tags,
    })
    .input(addInput)
    .output(rosterShape),
  list: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/rosters',
      summary: 'The lists that were added to a course, newest first',
      tags,
    })
    .input(paged)
    .output(pageOf(rosterShape)),
  places: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/places',
      summary: 'Who was invited to a course by a list, and who of them has joined',
      tags,
    })
    .input(paged)
    .output(pageOf(placeShape)),
  undo: oc
    .route({
      method: 'DELETE',
      path: '/groups/{id}/rosters/{rosterId}',
      summary: 'Take a list back: its open invitations end, roles are as before; who joined stays',
      tags,
    })
    .input(z.strictObject({ id: idShape, rosterId: idShape }))
    .output(rosterShape),
}
