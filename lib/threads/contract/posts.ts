// What annotations and replies have in common on the wire: a body, reactions, a deletion.

import * as z from 'zod'
import { momentShape, personShape } from '@/lib/api/shapes'

export const POST_MAXIMUM = 20_000

/** A body as it is sent: Markdown, or TipTap JSON by the post schema. */
export const bodyInput = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('markdown'), value: z.string().max(POST_MAXIMUM) }),
  z.strictObject({ format: z.literal('tiptap'), value: z.record(z.string(), z.unknown()) }),
])
export type BodyInput = z.infer<typeof bodyInput>

/** A body as it is given: always TipTap JSON, with its plain text beside it. */
export const bodyShape = z.object({
  format: z.literal('tiptap'),
  value: z.record(z.string(), z.unknown()),
  text: z.string(),
})
export type BodyShape = z.infer<typeof bodyShape>

export const deletionShape = z.object({ by: z.enum(['author', 'moderator']), at: momentShape })
export type DeletionShape = z.infer<typeof deletionShape>

/**
 * What a moderator decided of a post that was taken from view, as its author and those who lead its group see it. To them it is not
 * deleted; to everybody else it is.
 */
export const moderationShape = z.object({
  decisionId: z.string(),
  kind: z.string(),
  reason: z.string().nullable(),
  rule: z.string().nullable(),
  words: z.string(),
  at: momentShape,
  appealed: z.boolean(),
})
export type ModerationShape = z.infer<typeof moderationShape>

/** Who resolved a thread, and when. */
export const resolutionShape = z.object({ at: momentShape, by: personShape.nullable() })

export const reactionShape = z.object({ emoji: z.string(), count: z.number(), mine: z.boolean() })
export type ReactionShape = z.infer<typeof reactionShape>

export const editShape = z.object({
  version: z.number(),
  body: bodyShape.nullable(),
  replacedAt: momentShape,
})

export const emojiInput = z.string().min(1).max(32)
