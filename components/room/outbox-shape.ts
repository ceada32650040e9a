import * as z from 'zod'
import { kindShape } from '@/lib/annotations/contract'
import { visibilityShape } from '@/lib/api/shapes'

const bodyShape = z.object({ value: z.record(z.string(), z.unknown()), text: z.string() })
const passageShape = z.object({ start: z.number(), end: z.number(), exact: z.string() })

const noteShape = z.object({
  kind: kindShape,
  visibility: visibilityShape,
  tags: z.array(z.string()).optional(),
  sectionId: z.string().optional(),
  target: passageShape.nullable(),
  /** The revision that the passage was chosen in. */
  revisionId: z.string(),
  body: bodyShape.nullable(),
})

const replyShape = z.object({
  threadId: z.string(),
  parentId: z.string().nullable(),
  body: bodyShape,
})

/** A note or reply that has not arrived, as the browser keeps it. */
export const outboxItemShape = z.object({
  /** Under which it stands until it has arrived, and its idempotency key. */
  id: z.string(),
  /** Why the server refused it; null for one that may be sent again by itself. */
  refused: z.string().nullable(),
  note: noteShape.optional(),
  reply: replyShape.optional(),
})
export type OutboxItem = z.infer<typeof outboxItemShape>
