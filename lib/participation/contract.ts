import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, momentShape, personShape } from '@/lib/api/shapes'
import { PARTS } from './scheme'

const goalShape = z.strictObject({
  goal: z.number().min(1).max(1000),
  weight: z.number().min(0).max(100),
})

/** A scheme as it is sent and stored. */
export const schemeShape = z.strictObject({
  version: z.literal(1),
  parts: z.strictObject({
    sections: goalShape,
    notes: goalShape,
    replies: goalShape,
    kinds: goalShape,
  }),
  leastWords: z.number().int().min(1).max(500),
  mostPerSection: z.number().int().min(1).max(100),
  mostPerThreadAndDay: z.number().int().min(1).max(100),
  leastPeople: z.number().int().min(1).max(100),
})

/** How much somebody took part, with the reason of every item: the same for the student and for staff. */
export const participationShape = z.object({
  assignmentId: z.string(),
  person: personShape,
  /** 0 to 1. */
  value: z.number(),
  parts: z.array(
    z.object({
      part: z.enum(PARTS),
      reached: z.number(),
      goal: z.number(),
      weight: z.number(),
    }),
  ),
  /** Everything the person wrote for the assignment, in the order it was written. */
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['note', 'reply']),
      /** Of the note itself, or that a reply answers. */
      annotationId: z.string(),
      sectionId: z.string().nullable(),
      at: momentShape,
      /** Its first words. */
      excerpt: z.string(),
      counted: z.boolean(),
      /** What it counts: 1 in full, less when late, 0 not at all. */
      factor: z.number(),
      /** Why it counts for less or not at all; empty for a full count. */
      reason: z.string(),
    }),
  ),
})
export type ParticipationShape = z.infer<typeof participationShape>

export const participationContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/assignments/{id}/participation/{personId}',
      summary: 'How much somebody took part, with the reason why each item counts or not',
      tags: ['Participation'],
    })
    .input(z.strictObject({ id: idShape, personId: idShape }))
    .output(participationShape),
}
