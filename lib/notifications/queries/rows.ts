import 'server-only'
import type { Prisma } from '@/lib/generated/prisma/client'

/** What a notice is shown by. */
export const notificationSelect = {
  id: true,
  personId: true,
  kind: true,
  subjectId: true,
  particulars: true,
  createdAt: true,
  readAt: true,
  threadId: true,
  replyId: true,
  actor: { select: { id: true, name: true } },
  reading: { select: { id: true, slug: true, title: true } },
  group: { select: { id: true, slug: true, name: true } },
  reply: { select: { bodyText: true } },
  thread: {
    select: {
      annotation: { select: { bodyText: true, exact: true, deletedAt: true, sectionId: true } },
      claim: { select: { text: true, debate: { select: { sectionId: true } } } },
    },
  },
} satisfies Prisma.NotificationSelect

export type NotificationRow = Prisma.NotificationGetPayload<{ select: typeof notificationSelect }>
