import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  idShape,
  momentShape,
  ordinalInput,
  pageOf,
  pageQuery,
  personShape,
} from '@/lib/api/shapes'
import { messageShape } from '@/lib/events/message'
import {
  bodyInput,
  bodyShape,
  deletionShape,
  editShape,
  emojiInput,
  moderationShape,
  reactionShape,
  resolutionShape,
} from './posts'

export const replyShape = z.object({
  id: z.string(),
  /** The annotation or claim that the thread is about. */
  threadId: z.string(),
  parentId: z.string().nullable(),
  author: personShape.nullable(),
  body: bodyShape.nullable(),
  version: z.number(),
  createdAt: momentShape,
  editedAt: momentShape.nullable(),
  deleted: deletionShape.nullable(),
  moderation: moderationShape.nullable(),
  reactions: z.array(reactionShape),
  can: z.object({
    edit: z.boolean(),
    delete: z.boolean(),
    restore: z.boolean(),
    flag: z.boolean(),
    react: z.boolean(),
  }),
})
export type ReplyShape = z.infer<typeof replyShape>

/** How a thread stands. */
export const threadStateShape = z.object({
  replyCount: z.number(),
  lastPostId: z.string(),
  lastActivityAt: momentShape,
  resolution: resolutionShape.nullable(),
})

/** What an open page is told: how the thread stands now, and the reply that it is about, if it is about one. */
export const threadMessage = messageShape(
  'threads',
  z.object({ threadId: z.string(), thread: threadStateShape, reply: replyShape.nullable() }),
)
export type ThreadMessage = z.infer<typeof threadMessage>

const byId = z.strictObject({ id: idShape })
const reaction = z.strictObject({ id: idShape, emoji: emojiInput })
const tags = ['Threads']

export const threadContract = {
  reply: oc
    .route({
      method: 'POST',
      path: '/annotations/{id}/replies',
      successStatus: 201,
      summary: 'Reply to an annotation or claim, or to one of its replies',
      tags,
    })
    .input(z.strictObject({ id: idShape, body: bodyInput, parentId: idShape.optional() }))
    .output(replyShape),
  replies: oc
    .route({
      method: 'GET',
      path: '/annotations/{id}/replies',
      summary: 'List the replies to an annotation or claim, oldest first',
      tags,
    })
    .input(z.strictObject({ id: idShape, ...pageQuery }))
    .output(pageOf(replyShape)),
  getReply: oc
    .route({ method: 'GET', path: '/replies/{id}', summary: 'Get a reply', tags })
    .input(byId)
    .output(replyShape),
  editReply: oc
    .route({ method: 'PATCH', path: '/replies/{id}', summary: 'Edit a reply', tags })
    .input(z.strictObject({ id: idShape, version: ordinalInput, body: bodyInput }))
    .output(replyShape),
  removeReply: oc
    .route({
      method: 'DELETE',
      path: '/replies/{id}',
      successStatus: 200,
      summary: 'Delete a reply',
      tags,
    })
    .input(byId)
    .output(replyShape),
  restoreReply: oc
    .route({
      method: 'DELETE',
      path: '/replies/{id}/deletion',
      successStatus: 200,
      summary: 'Take a deletion back',
      tags,
    })
    .input(byId)
    .output(replyShape),
  resolve: oc
    .route({
      method: 'PUT',
      path: '/annotations/{id}/resolution',
      successStatus: 204,
      summary: 'Resolve a thread',
      tags,
    })
    .input(byId),
  reopen: oc
    .route({
      method: 'DELETE',
      path: '/annotations/{id}/resolution',
      successStatus: 204,
      summary: 'Reopen a thread',
      tags,
    })
    .input(byId),
  markRead: oc
    .route({
      method: 'PUT',
      path: '/annotations/{id}/read-mark',
      successStatus: 204,
      summary: 'Remember how far you have read in a thread',
      tags,
    })
    .input(z.strictObject({ id: idShape, lastReadId: idShape })),
  markAllRead: oc
    .route({
      method: 'PUT',
      path: '/readings/{id}/read-marks',
      successStatus: 204,
      summary: 'Mark every thread of a reading in a group as read',
      tags,
    })
    .input(z.strictObject({ id: idShape, groupId: idShape.optional() })),
  history: oc
    .route({
      method: 'GET',
      path: '/annotations/{id}/history',
      summary: 'What an annotation said before, newest first',
      tags,
    })
    .input(byId)
    .output(z.object({ items: z.array(editShape), nextCursor: z.null() })),
  replyHistory: oc
    .route({
      method: 'GET',
      path: '/replies/{id}/history',
      summary: 'What a reply said before',
      tags,
    })
    .input(byId)
    .output(z.object({ items: z.array(editShape), nextCursor: z.null() })),
  react: oc
    .route({
      method: 'PUT',
      path: '/annotations/{id}/reactions/{emoji}',
      successStatus: 204,
      summary: 'React to an annotation',
      tags,
    })
    .input(reaction),
  unreact: oc
    .route({
      method: 'DELETE',
      path: '/annotations/{id}/reactions/{emoji}',
      successStatus: 204,
      summary: 'Take a reaction back',
      tags,
    })
    .input(reaction),
  reactToReply: oc
    .route({
      method: 'PUT',
      path: '/replies/{id}/reactions/{emoji}',
      successStatus: 204,
      summary: 'React to a reply',
      tags,
    })
    .input(reaction),
  unreactToReply: oc
    .route({
      method: 'DELETE',
      path: '/replies/{id}/reactions/{emoji}',
      successStatus: 204,
      summary: 'Take a reaction to a reply back',
      tags,
    })
    .input(reaction),
}
