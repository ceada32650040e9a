import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, momentShape, pageOf, pageQuery, personShape } from '@/lib/api/shapes'

export const SEARCH_KINDS = ['reading', 'text', 'annotation', 'reply', 'claim', 'person'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export const foundShape = z.object({
  kind: z.enum(SEARCH_KINDS),
  /** Of the reading, annotation, reply, claim or person; a paragraph has its reading's. */
  id: z.string(),
  /** The paragraph of a text, counted from 1; 0 for anything else. */
  part: z.number(),
  readingId: z.string().nullable(),
  groupId: z.string().nullable(),
  sectionId: z.string().nullable(),
  /** The conversation, which has the id of the note or claim that it is about. */
  threadId: z.string().nullable(),
  reading: z.object({ slug: z.string(), title: z.string() }).nullable(),
  group: z.object({ slug: z.string(), name: z.string() }).nullable(),
  section: z.string().nullable(),
  author: personShape.nullable(),
  /** Of an annotation or claim: question, support, … */
  type: z.string().nullable(),
  /** The passage that a note stands on. */
  about: z.string(),
  snippet: z.string(),
  /** Where what was looked for stands in the snippet, in UTF-16 code units. */
  marks: z.array(z.tuple([z.number(), z.number()])),
  replyCount: z.number(),
  isResolved: z.boolean(),
  createdAt: momentShape,
})
export type FoundShape = z.infer<typeof foundShape>

const searchInput = z.strictObject({
  ...pageQuery,
  q: z.string().max(500),
  /** Kinds, with commas between; all of them when it is left out. */
  in: z.string().max(100).optional(),
  sort: z.enum(['best', 'newest']).optional(),
})

export type SearchInput = z.infer<typeof searchInput>

export const savedSearchShape = z.object({
  id: z.string(),
  name: z.string(),
  q: z.string(),
  in: z.string(),
  isWatched: z.boolean(),
  createdAt: momentShape,
})
export type SavedSearchShape = z.infer<typeof savedSearchShape>

const saveInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  q: z.string().trim().min(1).max(500),
  in: z.string().max(100).optional(),
  /** Told of what is new in it. */
  isWatched: z.boolean().optional(),
})
export type SaveInput = z.infer<typeof saveInput>

const byId = z.strictObject({ id: idShape })

export const searchContract = {
  saved: oc
    .route({
      method: 'GET',
      path: '/me/searches',
      summary: 'The searches that you keep, newest first',
      tags: ['Search'],
    })
    .output(z.object({ items: z.array(savedSearchShape), nextCursor: z.null() })),
  save: oc
    .route({
      method: 'POST',
      path: '/me/searches',
      successStatus: 201,
      summary: 'Keep a search',
      tags: ['Search'],
    })
    .input(saveInput)
    .output(savedSearchShape),
  forget: oc
    .route({
      method: 'DELETE',
      path: '/me/searches/{id}',
      successStatus: 204,
      summary: 'Keep a search no longer',
      tags: ['Search'],
    })
    .input(byId),
  watch: oc
    .route({
      method: 'PUT',
      path: '/me/searches/{id}/watch',
      successStatus: 204,
      summary: 'Be told of what is new in a search that you keep',
      tags: ['Search'],
    })
    .input(byId),
  unwatch: oc
    .route({
      method: 'DELETE',
      path: '/me/searches/{id}/watch',
      successStatus: 204,
      summary: 'Be told of it no longer',
      tags: ['Search'],
    })
    .input(byId),
  find: oc
    .route({
      method: 'GET',
      path: '/search',
      summary:
        'Readings, their text, annotations, replies, claims and people, among what you may see',
      description:
        'Words, "phrases", beginn* of words, -without, and filters: group: reading: section: by: kind: tag: before: after: is: has:',
      tags: ['Search'],
    })
    .input(searchInput)
    .output(
      pageOf(foundShape).extend({
        /** Nothing was found as it was written; these are like it. */
        isApproximate: z.boolean(),
      }),
    ),
}
