import type { JSONContent } from '@tiptap/core'
import * as z from 'zod'
import { kindShape } from '@/lib/annotations/contract'
import { visibilityShape } from '@/lib/api/shapes'
import { editsShape } from '@/lib/revisions/contract'

const contentShape: z.ZodType<JSONContent> = z.record(z.string(), z.any())

/** What was written and not yet sent, as the browser keeps it. */
export const draftShape = z.object({
  doc: contentShape.nullable(),
  text: z.string(),
  kind: kindShape.optional(),
  visibility: visibilityShape.optional(),
  tags: z.string().optional(),
  /** Of a text: which state of it on the server this goes on from, and what is kept of its base. */
  from: z.string().optional(),
  edits: editsShape.nullable().optional(),
})
export type Draft = z.infer<typeof draftShape>
