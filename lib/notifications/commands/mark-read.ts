import 'server-only'
import { now } from '@/lib/clock'
import { readNotices } from '@/lib/events/notify'
import { notificationFor } from '@/lib/notifications/queries/notifications'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** A person has read what they are told. Twice is as once. */
export async function markRead(actor: SignedIn, id: string): Promise<void> {
  const row = await notificationFor(actor, id)
  authorize(actor, 'notification.change', row)
  await readNotices(actor.personId, { id }, now())
}

/** They have read everything up to one of them; what came later stays unread. */
export async function markAllRead(actor: SignedIn, upTo: string): Promise<void> {
  const row = await notificationFor(actor, upTo)
  authorize(actor, 'notification.change', row)
  await readNotices(actor.personId, { id: { lte: row.id } }, now())
}
