import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import type { NoticeListQuery, NoticeView, Unread } from '@/lib/notifications/contract'
import { KINDS_BY_VIEW, viewOf } from '@/lib/notifications/views'
import type { AnyActor } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'
import { visibleTo } from '@/lib/policy/visible'
import { type NotificationRow, notificationSelect } from './rows'
import { withVeiledActors } from './veiled-actors'

/**
 * What an actor may still be told: nothing of a reading, a conversation or a reply that they do not see any more, and nothing that was
 * deleted.
 */
export function toldTo(actor: AnyActor): Prisma.NotificationWhereInput {
  const { notifications, readings, threads, replies } = visibleTo(actor)
  return {
    AND: [
      notifications,
      { OR: [{ readingId: null }, { reading: readings }] },
      { OR: [{ threadId: null }, { thread: threads }] },
      { OR: [{ replyId: null }, { reply: { AND: [{ deletedAt: null }, replies] } }] },
      { NOT: { kind: { in: OF_NOTES }, thread: { annotation: { deletedAt: { not: null } } } } },
    ],
  }
}

// Told of the words of a note itself; a reply to a deleted one is still told.
const OF_NOTES = ['post.watched', 'post.mentioned']

/** A page of what an actor is told, newest first. */
export async function listNotifications(
  actor: AnyActor,
  { cursor, limit, view, groupId, unread }: NoticeListQuery,
): Promise<Page<NotificationRow>> {
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  const rows = await db().notification.findMany({
    where: {
      AND: [
        toldTo(actor),
        after === null ? {} : { id: { lt: after } },
        view === undefined ? {} : inView(view),
        groupId === undefined ? {} : { groupId: idOrNone(groupId) },
        unread ? { readAt: null } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: notificationSelect,
  })
  return pageFrom(await withVeiledActors(actor, rows), limit, BY_ID, (row) => [row.id])
}

function inView(view: NoticeView): Prisma.NotificationWhereInput {
  const beginning = (starts: readonly string[]) =>
    starts.map((start) => ({ kind: { startsWith: start } }))
  return view === 'other'
    ? { NOT: { OR: Object.values(KINDS_BY_VIEW).flatMap(beginning) } }
    : { OR: beginning(KINDS_BY_VIEW[view]) }
}

function idOrNone(id: string): string | { in: [] } {
  return isId(id) ? id : { in: [] }
}

/** How much of what an actor is told they have not read: in all, by view and by group. One statement. */
export async function countUnread(actor: AnyActor): Promise<Unread> {
  const rows = await db().notification.groupBy({
    by: ['kind', 'groupId'],
    where: { AND: [toldTo(actor), { readAt: null }] },
    _count: true,
  })
  const views: Partial<Record<NoticeView, number>> = {}
  const groups: Record<string, number> = {}
  let unread = 0
  for (const { kind, groupId, _count: count } of rows) {
    const view = viewOf(kind)
    views[view] = (views[view] ?? 0) + count
    if (groupId !== null) groups[groupId] = (groups[groupId] ?? 0) + count
    unread += count
  }
  return { unread, unreadBy: { views, groups } }
}

/** One thing that an actor is told. Throws NotFound. */
export async function notificationFor(actor: AnyActor, id: string): Promise<NotificationRow> {
  const row = isId(id)
    ? await db().notification.findUnique({ where: { id }, select: notificationSelect })
    : null
  return requireSight(actor, 'notification.see', row)
}
