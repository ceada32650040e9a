import type { JSONContent } from '@tiptap/core'
import * as z from 'zod'
import { kindShape } from '@/lib/annotations/contract'
import { visibilityShape } from '@/lib/api/shapes'
import { aspectShape, evidenceInput, relationShape } from '@/lib/debates/contract/shapes'
import { editsShape } from '@/lib/revisions/contract'

const contentShape: z.ZodType<JSONContent> = z.record(z.string(), z.any())

const passageShape = z.object({ start: z.number(), end: z.number(), exact: z.string() })

/** What a draft is of, so that a list of drafts can lead back to it. */
export const draftAboutShape = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('note'),
    /** The passage in the text of a revision; else a section, else the whole reading. */
    target: passageShape.nullable(),
    revisionId: z.string(),
    sectionId: z.string().nullable(),
  }),
  z.object({
    what: z.literal('reply'),
    threadId: z.string(),
    parentId: z.string().nullable(),
    /** Who is answered. */
    to: z.string(),
    target: passageShape.nullable(),
    sectionId: z.string().nullable(),
  }),
  z.object({ what: z.literal('edit'), threadId: z.string(), postId: z.string() }),
  z.object({
    what: z.literal('claim'),
    /** What it answers, in words. */
    on: z.string(),
    /** Where on this site its form opens again. */
    href: z.string().regex(/^\/readings\//),
  }),
])
export type DraftAbout = z.infer<typeof draftAboutShape>

/** What was written and not yet sent, as the browser keeps it. */
export const draftShape = z.object({
  doc: contentShape.nullable(),
  text: z.string(),
  kind: kindShape.optional(),
  visibility: visibilityShape.optional(),
  tags: z.string().optional(),
  about: draftAboutShape.optional(),
  /** Of a claim: how it bears on what it answers, and what it rests on. */
  claim: z
    .object({
      relation: relationShape,
      attacks: aspectShape,
      evidence: z.array(evidenceInput).readonly(),
    })
    .optional(),
  /** The version of the post that an edit goes on from. */
  version: z.number().optional(),
  /** When it was kept last. */
  at: z.string().optional(),
  /** Of a text: which state of it on the server this goes on from, and what is kept of its base. */
  from: z.string().optional(),
  edits: editsShape.nullable().optional(),
})
export type Draft = z.infer<typeof draftShape>
