import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  countInput,
  idShape,
  momentShape,
  ordinalInput,
  ordinalQuery,
  pageOf,
  pageQuery,
  personShape,
} from '@/lib/api/shapes'
import { WHOLE_TEXT } from '@/lib/api/whole-text'
import { messageShape } from '@/lib/events/message'

const TEXT_MAXIMUM = 2_000_000
const RUNS_MAXIMUM = 50_000

const offset = z.number().int().min(0).max(100_000_000)

/** `[offset in the base's text, offset in the new text, length]` of each run of characters that was kept. */
export const editsShape = z.array(z.tuple([offset, offset, offset])).max(RUNS_MAXIMUM)

const docInput = z.record(z.string(), z.unknown())

const sourceInput = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('markdown'), value: z.string().max(TEXT_MAXIMUM) }),
  z.strictObject({ format: z.literal('tiptap'), value: docInput }),
])

const wordsFrom = {
  id: idShape,
  /** The revision it replaces. When another one is current by then, nothing is published: 409. */
  baseRevisionId: idShape,
  /** The whole new text. */
  source: sourceInput.optional(),
  /** Instead of a source: the number of an earlier revision, to publish it again. */
  restores: ordinalInput.optional(),
  /** Instead of a source: the draft of the reading, as of this version. */
  draftVersion: ordinalInput.optional(),
}

export const revisionInput = z.strictObject({
  ...wordsFrom,
  message: z.string().trim().max(500).default(''),
})
export type RevisionInput = z.infer<typeof revisionInput>

export const previewInput = z.strictObject(wordsFrom)
export type PreviewInput = z.infer<typeof previewInput>

export const reportShape = z.object({
  /** Same words, same place. */
  exact: z.number(),
  /** Same words elsewhere. */
  moved: z.number(),
  /** Reworded, and sure enough. */
  changed: z.number(),
  /** Reworded beyond certainty, or gone: a person should look. */
  look: z.number(),
})

export const revisionShape = z.object({
  id: z.string(),
  readingId: z.string(),
  number: z.number(),
  message: z.string(),
  words: z.number(),
  createdAt: momentShape,
  createdBy: personShape,
  /** publishing: its notes are being placed; it is not current yet. failed: it never became current. */
  status: z.enum(['publishing', 'published', 'failed']),
  isCurrent: z.boolean(),
  /** The number of the revision it was written from; null for the first. */
  base: z.number().nullable(),
  /** The number of the earlier revision that it published again. */
  restores: z.number().nullable(),
  /** How the notes of all groups came to stand in it. Null for the first, and while it is being published. */
  report: reportShape.nullable(),
})
export type RevisionShape = z.infer<typeof revisionShape>

/** What readers of an earlier revision are told of the one that is current now. */
export const revisionMessage = messageShape(
  'revisions',
  z.object({
    revision: revisionShape.pick({ id: true, number: true, message: true, createdBy: true }),
  }),
)
export type RevisionMessage = z.infer<typeof revisionMessage>
export type RevisionNews = RevisionMessage['revision']

export const draftShape = z.object({
  readingId: z.string(),
  baseRevisionId: z.string(),
  /** Rises with each save. */
  version: z.number(),
  doc: z.record(z.string(), z.any()),
  edits: editsShape.nullable(),
  updatedAt: momentShape,
  updatedBy: personShape,
})
export type DraftShape = z.infer<typeof draftShape>

export const draftInput = z.strictObject({
  id: idShape,
  baseRevisionId: idShape,
  /** The version that this replaces; 0 where there is no draft. Any other is a conflict that carries the draft as it is. */
  version: countInput,
  doc: docInput,
  edits: editsShape.nullable(),
})
export type DraftInput = z.infer<typeof draftInput>

const byId = z.strictObject({ id: idShape })
const byNumber = z.strictObject({ id: idShape, number: ordinalQuery })
const tags = ['Revisions']

export const revisionContract = {
  publish: oc
    .$meta(WHOLE_TEXT)
    .route({
      method: 'POST',
      path: '/readings/{id}/revisions',
      successStatus: 202,
      summary: 'Publish a new revision: its notes are placed, then it becomes the current one',
      tags,
    })
    .input(revisionInput)
    .output(revisionShape),
  preview: oc
    .$meta(WHOLE_TEXT)
    .route({
      method: 'POST',
      path: '/readings/{id}/revision-previews',
      successStatus: 200,
      summary: 'What publishing this would do to the notes; changes nothing',
      tags,
    })
    .input(previewInput)
    .output(z.object({ report: reportShape, words: z.number() })),
  list: oc
    .route({
      method: 'GET',
      path: '/readings/{id}/revisions',
      summary: 'List the revisions of a reading, the newest first',
      tags,
    })
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(revisionShape)),
  get: oc
    .route({
      method: 'GET',
      path: '/readings/{id}/revisions/{number}',
      summary: 'Get a revision by its number',
      tags,
    })
    .input(byNumber)
    .output(revisionShape),
  getText: oc
    .route({
      method: 'GET',
      path: '/readings/{id}/revisions/{number}/text',
      summary:
        'The text of a revision: what offsets into it count, and the document it was made from',
      tags,
    })
    .input(byNumber)
    .output(z.object({ revisionId: z.string(), text: z.string(), doc: z.unknown() })),
  getDraft: oc
    .route({
      method: 'GET',
      path: '/readings/{id}/draft',
      summary: 'What is being written and not yet published; null when nothing is',
      tags,
    })
    .input(byId)
    .output(z.object({ draft: draftShape.nullable() })),
  keepDraft: oc
    .$meta(WHOLE_TEXT)
    .route({
      method: 'PUT',
      path: '/readings/{id}/draft',
      summary: 'Save the draft; a stale version is a conflict that carries the draft as it is',
      tags,
    })
    .input(draftInput)
    .output(draftShape),
  discardDraft: oc
    .route({
      method: 'DELETE',
      path: '/readings/{id}/draft',
      successStatus: 204,
      summary: 'Throw the draft away',
      tags,
    })
    .input(byId),
}
