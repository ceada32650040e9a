import { db, transaction } from '@/lib/db/client'
import { notify } from '@/lib/events/notify'
import { setNotifications } from '@/lib/notifications/commands/set-notifications'
import type { SignedIn } from '@/lib/policy/actor'

/** A notice that is still to be mailed, to somebody whose digest is due now: whatever the hour is when a test runs. */
export async function makeUnmailed(
  person: SignedIn,
  kind: 'post.answered' | 'thread.replied',
): Promise<void> {
  const { personId } = person
  const at = new Date()
  await db().person.update({ where: { id: personId }, data: { emailVerifiedAt: at } })
  await setNotifications(person, { digestHour: at.getUTCHours() })
  await transaction((tx) =>
    notify(tx, { personId, kind, subjectId: personId, particulars: {}, at }),
  )
}

/** Whether just one mail went out to somebody. */
export async function isMailed(personId: string): Promise<boolean> {
  const sent = { notification: { personId }, sentAt: { not: null } }
  return (await db().delivery.count({ where: sent })) === 1
}
