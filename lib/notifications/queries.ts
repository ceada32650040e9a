import 'server-only'
import { db } from '@/lib/db/client'
import { decodeCursor, type Page, pageFrom } from '@/lib/db/page'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { AnyActor } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'
import { visibleTo } from '@/lib/policy/visible'

const notificationSelect = {
  id: true,
  personId: true,
  kind: true,
  subjectId: true,
  particulars: true,
  createdAt: true,
  readAt: true,
  reading: { select: { id: true, slug: true, title: true } },
} satisfies Prisma.NotificationSelect

export type NotificationRow = Prisma.NotificationGetPayload<{ select: typeof notificationSelect }>

// What is told of a reading that one no longer sees is not told any more.
function told(actor: AnyActor): Prisma.NotificationWhereInput {
  return {
    AND: [
      visibleTo(actor).notifications,
      { OR: [{ readingId: null }, { reading: visibleTo(actor).readings }] },
    ],
  }
}

/** A page of what an actor is told, newest first. */
export async function listNotifications(
  actor: AnyActor,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<NotificationRow>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0]
  const rows = await db().notification.findMany({
    where: { AND: [told(actor), after === null ? {} : { id: { lt: after } }] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: notificationSelect,
  })
  return pageFrom(rows, limit, (row) => [row.id])
}

/** How much of what an actor is told he has not read. */
export async function countUnread(actor: AnyActor): Promise<number> {
  return db().notification.count({ where: { AND: [told(actor), { readAt: null }] } })
}

/** One thing that an actor is told. Throws NotFound. */
export async function notificationFor(actor: AnyActor, id: string): Promise<NotificationRow> {
  const row = isId(id)
    ? await db().notification.findUnique({ where: { id }, select: notificationSelect })
    : null
  return requireSight(actor, 'notification.see', row)
}
