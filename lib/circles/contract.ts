import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, nameInput, personShape } from '@/lib/api/shapes'

const CIRCLES_MAXIMUM = 500
const MEMBERS_MAXIMUM = 500

const circleInput = z.strictObject({
  /** Of a circle that is there already: it is kept, whatever its name. */
  id: idShape.optional(),
  name: nameInput(80),
  members: z.array(idShape).max(MEMBERS_MAXIMUM),
})

export const circlesInput = z.strictObject({
  id: idShape,
  /** Circles for this assignment alone; without it, those of the course. */
  assignmentId: idShape.optional(),
  circles: z.array(circleInput).max(CIRCLES_MAXIMUM),
})
export type CirclesInput = z.infer<typeof circlesInput>

const circlesShape = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), members: z.array(personShape) })),
})
export type CirclesShape = z.infer<typeof circlesShape>

export const circleContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/circles',
      summary: 'List the circles of a course, or of one assignment; a student sees their own',
      tags: ['Circles'],
    })
    .input(z.strictObject({ id: idShape, assignmentId: idShape.optional() }))
    .output(circlesShape),
  arrange: oc
    .route({
      method: 'PUT',
      path: '/groups/{id}/circles',
      summary: 'Say who is in which circle; whoever moves takes their work along',
      tags: ['Circles'],
    })
    .input(circlesInput)
    .output(circlesShape),
}
