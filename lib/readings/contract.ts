import { oc } from '@orpc/contract'
import * as z from 'zod'
import { annotationFilters } from '@/lib/annotations/contract'
import {
  idShape,
  momentShape,
  pageOf,
  pageQuery,
  personShape,
  visibilityShape,
} from '@/lib/api/shapes'
import { WHOLE_TEXT } from '@/lib/api/whole-text'

const MARKDOWN_MAXIMUM = 2_000_000

const detailsInput = z.strictObject({
  title: z.string().trim().min(1).max(500),
  groupId: idShape.optional(),
  visibility: visibilityShape,
  genre: z.string().trim().max(60).optional(),
  authors: z.array(z.string().trim().min(1).max(200)).max(50).optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
  /** Only where it is not the language's own. */
  direction: z.enum(['ltr', 'rtl']).optional(),
  /** When it was written or published: a year, a date, as the text says. */
  dated: z.string().trim().max(40).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  licence: z.string().trim().max(200).optional(),
})
export type ReadingDetails = z.infer<typeof detailsInput>

export const readingInput = detailsInput.extend({
  source: z.discriminatedUnion('format', [
    z.strictObject({ format: z.literal('markdown'), value: z.string().max(MARKDOWN_MAXIMUM) }),
    z.strictObject({ format: z.literal('tiptap'), value: z.record(z.string(), z.unknown()) }),
  ]),
})
export type ReadingInput = z.infer<typeof readingInput>

/** What may be changed of a reading besides its text, which is revised. */
export const readingEdit = readingInput
  .pick({ title: true, genre: true, authors: true, language: true, licence: true, dated: true })
  .partial()
  .extend({
    /** Null: the language's own. */
    direction: z.enum(['ltr', 'rtl']).nullable().optional(),
    sourceUrl: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .optional(),
  })
export type ReadingEdit = z.infer<typeof readingEdit>

export const readingSummaryShape = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  genre: z.string(),
  authors: z.array(z.string()),
  language: z.string(),
  visibility: visibilityShape,
  createdAt: momentShape,
  groups: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() })),
  revision: z.object({ id: z.string(), number: z.number(), words: z.number() }),
})

export const readingShape = readingSummaryShape.extend({
  direction: z.enum(['ltr', 'rtl']).nullable(),
  dated: z.string(),
  sourceUrl: z.string().nullable(),
  licence: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      level: z.number(),
      start: z.number(),
      end: z.number(),
    }),
  ),
  can: z.object({ edit: z.boolean(), delete: z.boolean() }),
})
export type ReadingShape = z.infer<typeof readingShape>

export const segmentShape = z.object({
  start: z.number(),
  end: z.number(),
  level: z.number(),
  state: z.enum(['others', 'mine', 'private', 'resolved']),
})

const byId = z.strictObject({ id: idShape })
const tags = ['Readings']

export const readingContract = {
  create: oc
    .$meta(WHOLE_TEXT)
    .route({
      method: 'POST',
      path: '/readings',
      successStatus: 201,
      summary: 'Add a reading',
      tags,
    })
    .input(readingInput)
    .output(readingShape),
  createImported: oc
    .route({
      method: 'POST',
      path: '/imports/{id}/readings',
      successStatus: 201,
      summary: 'Save a text that was brought in, as one reading or one for each chapter',
      tags: ['Imports'],
    })
    .input(
      detailsInput.extend({ id: idShape, divide: z.enum(['whole', 'chapters']).default('whole') }),
    )
    .output(z.object({ items: z.array(readingSummaryShape) })),
  list: oc
    .route({
      method: 'GET',
      path: '/readings',
      summary: 'List the readings that you may see',
      tags,
    })
    .input(z.strictObject({ ...pageQuery, groupId: idShape.optional() }))
    .output(pageOf(readingSummaryShape)),
  get: oc
    .route({
      method: 'GET',
      path: '/readings/{id}',
      summary: 'Get a reading with its sections',
      tags,
    })
    .input(byId)
    .output(readingShape),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/readings/{id}',
      summary: 'Change what is said of a reading: title, authors, language, licence and the like',
      tags,
    })
    .input(readingEdit.extend({ id: idShape }))
    .output(readingShape),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/readings/{id}',
      successStatus: 204,
      summary: 'Delete a reading',
      tags,
    })
    .input(byId),
  restore: oc
    .route({
      method: 'DELETE',
      path: '/readings/{id}/deletion',
      successStatus: 204,
      summary: 'Take the deletion of a reading back',
      tags,
    })
    .input(byId),
  segments: oc
    .route({
      method: 'GET',
      path: '/readings/{id}/segments',
      summary: 'Where the annotations of a reading lie, flattened into disjoint stretches',
      tags,
    })
    .input(
      z.strictObject({
        ...annotationFilters.shape,
        id: idShape,
        groupId: idShape.optional(),
        /** Only of notes that were written for this assignment. */
        assignmentId: idShape.optional(),
        /** An earlier revision: where they lay in it. */
        revisionId: idShape.optional(),
      }),
    )
    .output(
      z.object({
        revisionId: z.string(),
        segments: z.array(segmentShape),
        counts: z.array(
          z.object({ sectionId: z.string().nullable(), notes: z.number(), unread: z.number() }),
        ),
      }),
    ),
  people: oc
    .route({
      method: 'GET',
      path: '/readings/{id}/people',
      summary: 'People who may see what is written here, to mention them',
      tags,
    })
    .input(
      z.strictObject({
        id: idShape,
        groupId: idShape.optional(),
        q: z.string().max(100).default(''),
        limit: z.coerce.number().int().min(1).max(1_000).default(8),
      }),
    )
    .output(z.object({ items: z.array(personShape), nextCursor: z.null() })),
  keepPosition: oc
    .route({
      method: 'PUT',
      path: '/readings/{id}/position',
      successStatus: 204,
      summary: 'Remember where you stopped reading',
      tags,
    })
    .input(
      z.strictObject({
        id: idShape,
        groupId: idShape.optional(),
        offset: z.number().int().min(0).max(100_000_000),
        /** The revision in whose text the offset counts; one that is not current any more changes nothing. */
        revisionId: idShape.optional(),
      }),
    ),
  announcePresence: oc
    .route({
      method: 'PUT',
      path: '/readings/{id}/presence',
      successStatus: 204,
      summary: 'Tell the others on an open event stream where you read and whether you write',
      tags,
    })
    .input(
      z.strictObject({
        id: idShape,
        /** What the stream was opened with as `presence`. */
        connection: idShape,
        sectionId: idShape.nullable(),
        typingIn: idShape.nullable(),
      }),
    ),
}
