import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, momentShape, pageOf, pageQuery } from '@/lib/api/shapes'

export const notificationShape = z.object({
  id: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  reading: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
  particulars: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: momentShape,
  readAt: momentShape.nullable(),
})
export type NotificationShape = z.infer<typeof notificationShape>

const tags = ['Notifications']

export const notificationContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/notifications',
      summary: 'What you are told, newest first, and how much of it you have not read',
      tags,
    })
    .input(z.strictObject(pageQuery))
    .output(pageOf(notificationShape).extend({ unread: z.number() })),
  markRead: oc
    .route({
      method: 'PUT',
      path: '/notifications/{id}/read-mark',
      successStatus: 204,
      summary: 'You have read this',
      tags,
    })
    .input(z.strictObject({ id: idShape })),
  markAllRead: oc
    .route({
      method: 'PUT',
      path: '/notifications/read-mark',
      successStatus: 204,
      summary: 'You have read everything up to this one',
      tags,
    })
    .input(z.strictObject({ upTo: idShape })),
}
