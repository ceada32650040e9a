// What came over the line, proven to be what it should be.

import * as z from 'zod'
import { annotationShape } from '@/lib/annotations/contract'
import { personShape } from '@/lib/api/shapes'
import type { EventMessage, PresenceMessage } from '@/lib/events/message'
import { revisionShape } from '@/lib/revisions/contract'
import { replyShape } from '@/lib/threads/contract/threads'

const eventShape = z.object({
  kind: z.string(),
  id: z.string(),
  readingId: z.string().nullable(),
  groupId: z.string().nullable(),
  threadId: z.string(),
  actor: personShape.nullable(),
  at: z.string(),
  annotation: annotationShape.optional(),
  reply: replyShape.optional(),
  thread: annotationShape
    .pick({ replyCount: true, lastPostId: true, lastActivityAt: true, resolution: true })
    .optional(),
  revision: revisionShape
    .pick({ id: true, number: true, message: true, createdBy: true })
    .optional(),
  /** Read by whoever shows a debate: pages without one need not know its shape. */
  debate: z.custom<NonNullable<EventMessage['debate']>>(isObject).optional(),
})

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

const presenceShape = z.object({
  people: z.array(
    personShape.extend({ sectionId: z.string().nullable(), typingIn: z.string().nullable() }),
  ),
})

/** A recorded change; null when it is not one that we can place. */
export function eventMessage(data: unknown): EventMessage | null {
  return parsed(eventShape, data)
}

/** Everybody who is here; null when it cannot be read. */
export function presenceMessage(data: unknown): PresenceMessage | null {
  return parsed(presenceShape, data)
}

function parsed<Shape extends z.ZodType>(shape: Shape, data: unknown): z.output<Shape> | null {
  try {
    return shape.parse(JSON.parse(String(data)))
  } catch {
    return null
  }
}
