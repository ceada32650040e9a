import { oc } from '@orpc/contract'
import * as z from 'zod'
import { momentShape, pageOf, pageQuery, personShape } from '@/lib/api/shapes'

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

export const searchContract = {
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
