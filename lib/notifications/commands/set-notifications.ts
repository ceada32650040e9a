import 'server-only'
import { db } from '@/lib/db/client'
import type { NotificationSettings } from '@/lib/notifications/contract'
import { notificationSettingsOf } from '@/lib/notifications/queries/watched'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Changes how somebody is told; what is not named stays. Levels of groups that one is not in are not kept. */
export async function setNotifications(
  actor: SignedIn,
  change: Partial<NotificationSettings>,
): Promise<NotificationSettings> {
  authorize(actor, 'person.change', actor)
  const { personId } = actor
  const before = await notificationSettingsOf(personId)
  const asked = Object.entries({ ...before.levels, ...change.levels })
  const levels = Object.fromEntries(
    asked.filter(([id, level]) => actor.memberships.has(id) && level !== 'mine'),
  )
  const settings = { ...before, ...change, levels }
  await db().notificationSettings.upsert({
    where: { personId },
    create: { personId, ...settings },
    update: settings,
  })
  return settings
}
