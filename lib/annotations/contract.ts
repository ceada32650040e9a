import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  idShape,
  momentShape,
  ordinalInput,
  pageOf,
  pageQuery,
  personShape,
  visibilityShape,
} from '@/lib/api/shapes'
import { messageShape } from '@/lib/events/message'
import {
  bodyInput,
  bodyShape,
  deletionShape,
  moderationShape,
  reactionShape,
} from '@/lib/threads/contract/posts'
import { placeInput, placeShape, targetInput } from './contract/anchors'
import { ANNOTATION_KINDS } from './kind'
import { TAG_LENGTH_MAXIMUM, TAGS_MAXIMUM } from './tags'

export const kindShape = z.enum(ANNOTATION_KINDS)

/** Spaces belong to a tag, a comma does not; capitals tell no two tags apart. */
export const tagsInput = z.array(z.string().min(1).max(TAG_LENGTH_MAXIMUM)).max(TAGS_MAXIMUM)

export const annotationInput = z.strictObject({
  readingId: idShape,
  groupId: idShape.optional(),
  /** What it is written for; it then belongs to the assignment's course. */
  assignmentId: idShape.optional(),
  visibility: visibilityShape,
  kind: kindShape,
  target: targetInput.optional(),
  /** A note on a whole section, instead of a target. Neither: a note on the whole reading. */
  sectionId: idShape.optional(),
  body: bodyInput.optional(),
  tags: tagsInput.optional(),
})
export type AnnotationInput = z.infer<typeof annotationInput>

export const annotationEdit = z.strictObject({
  version: ordinalInput,
  body: bodyInput.optional(),
  tags: tagsInput.optional(),
  visibility: visibilityShape.optional(),
  kind: kindShape.optional(),
})
export type AnnotationEdit = z.infer<typeof annotationEdit>

export const annotationShape = z.object({
  id: z.string(),
  readingId: z.string(),
  groupId: z.string().nullable(),
  /** What it was written for. */
  assignmentId: z.string().nullable(),
  visibility: visibilityShape,
  kind: kindShape,
  /** Null when the note was deleted. */
  author: personShape.nullable(),
  target: z
    .object({
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      start: z.number(),
      end: z.number(),
      /** The revision in whose text start and end count. The words are those the note was made on. */
      revisionId: z.string(),
    })
    .nullable(),
  sectionId: z.string().nullable(),
  place: placeShape,
  body: bodyShape.nullable(),
  tags: z.array(z.string()),
  version: z.number(),
  createdAt: momentShape,
  editedAt: momentShape.nullable(),
  deleted: deletionShape.nullable(),
  moderation: moderationShape.nullable(),
  /** Closed to further replies. */
  locked: z.boolean(),
  resolution: z.object({ at: momentShape, by: personShape.nullable() }).nullable(),
  replyCount: z.number(),
  lastPostId: z.string(),
  lastActivityAt: momentShape,
  reactions: z.array(reactionShape),
  unread: z.boolean(),
  /** Whether a claim in the debate on its section was made of it. */
  inDebate: z.boolean(),
  can: z.object({
    edit: z.boolean(),
    delete: z.boolean(),
    restore: z.boolean(),
    reply: z.boolean(),
    resolve: z.boolean(),
    react: z.boolean(),
    flag: z.boolean(),
    place: z.boolean(),
    promote: z.boolean(),
  }),
})
export type AnnotationShape = z.infer<typeof annotationShape>

/** What an open page is told: the annotation as it is now, or null when its reader may not see it any more. */
export const annotationMessage = messageShape(
  'annotations',
  z.object({ annotation: annotationShape.nullable() }),
)
export type AnnotationMessage = z.infer<typeof annotationMessage>

export const annotationListQuery = z.strictObject({
  id: idShape,
  ...pageQuery,
  /** The shelf: notes of the reading in this group. Without it: all that you may see. */
  groupId: idShape.optional(),
  /** Only notes that were written for this assignment. */
  assignmentId: idShape.optional(),
  /** Only notes of those who are in this circle. */
  circleId: idShape.optional(),
  sort: z.enum(['made', 'place', 'newest', 'activity']).default('made'),
  author: idShape.optional(),
  /** Regardless of capitals. */
  tag: z.string().max(TAG_LENGTH_MAXIMUM).optional(),
  kind: kindShape.optional(),
  status: z.enum(['open', 'resolved']).optional(),
  mine: z.stringbool().optional(),
  unread: z.stringbool().optional(),
  sectionId: idShape.optional(),
  /** Only notes whose passage touches this range of offsets. */
  from: z.coerce.number().int().min(0).max(100_000_000).optional(),
  to: z.coerce.number().int().min(0).max(100_000_000).optional(),
  on: z.enum(['passage', 'section', 'reading']).optional(),
  q: z.string().max(200).optional(),
  /** Only notes whose place nobody has confirmed and that is not sure. */
  needsLook: z.stringbool().optional(),
  /** An earlier revision: the notes that stood in it, where they stood. */
  revisionId: idShape.optional(),
})
export type AnnotationListQuery = z.infer<typeof annotationListQuery>

/** What picks notes by what they are, wherever they lie. */
export const annotationFilters = annotationListQuery.pick({
  author: true,
  tag: true,
  kind: true,
  status: true,
  mine: true,
  unread: true,
  circleId: true,
})
export type AnnotationFilters = z.infer<typeof annotationFilters>

const tagsQuery = z.strictObject({
  id: idShape,
  /** How a word of the tag begins, regardless of capitals. */
  q: z.string().max(TAG_LENGTH_MAXIMUM).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(12),
})

const byId = z.strictObject({ id: idShape })

export const annotationContract = {
  create: oc
    .route({
      method: 'POST',
      path: '/annotations',
      successStatus: 201,
      summary: 'Annotate a passage, a section or a whole reading',
      tags: ['Annotations'],
    })
    .input(annotationInput)
    .output(annotationShape),
  list: oc
    .route({
      method: 'GET',
      path: '/readings/{id}/annotations',
      summary: 'List the annotations of a reading that you may see',
      tags: ['Annotations'],
    })
    .input(annotationListQuery)
    .output(pageOf(annotationShape)),
  tags: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/tags',
      summary: 'The tags of the newest notes of a group that you may see, the most used first',
      tags: ['Annotations'],
    })
    .input(tagsQuery)
    .output(
      z.object({
        items: z.array(z.object({ tag: z.string(), notes: z.number() })),
        nextCursor: z.null(),
      }),
    ),
  get: oc
    .route({
      method: 'GET',
      path: '/annotations/{id}',
      summary: 'Get an annotation',
      tags: ['Annotations'],
    })
    .input(byId)
    .output(annotationShape),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/annotations/{id}',
      summary: 'Edit an annotation; a stale version is a conflict that carries the current one',
      tags: ['Annotations'],
    })
    .input(annotationEdit.extend({ id: idShape }))
    .output(annotationShape),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/annotations/{id}',
      successStatus: 200,
      summary: 'Delete an annotation; its replies stay',
      tags: ['Annotations'],
    })
    .input(byId)
    .output(annotationShape),
  restore: oc
    .route({
      method: 'DELETE',
      path: '/annotations/{id}/deletion',
      successStatus: 200,
      summary: 'Take a deletion back',
      tags: ['Annotations'],
    })
    .input(byId)
    .output(annotationShape),
  place: oc
    .route({
      method: 'PUT',
      path: '/annotations/{id}/place',
      summary: 'Say where an annotation stands whose place is not exact',
      tags: ['Annotations'],
    })
    .input(z.strictObject({ id: idShape, place: placeInput }))
    .output(annotationShape),
  unplace: oc
    .route({
      method: 'DELETE',
      path: '/annotations/{id}/place',
      successStatus: 200,
      summary: 'Take that back: it stands where it was found by itself',
      tags: ['Annotations'],
    })
    .input(byId)
    .output(annotationShape),
}
