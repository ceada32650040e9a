import 'server-only'
import { hashSecret, newSecret } from '@/lib/auth/tokens'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Makes a secret address for the actor's calendar, in place of any earlier one. The secret is given once; its hash is kept. */
export async function openFeed(
  actor: SignedIn,
): Promise<{ readonly secret: string; readonly createdAt: Date }> {
  const { personId } = actor
  authorize(actor, 'person.secure', { personId })
  const secret = newSecret()
  const feed = { secretHash: hashSecret(secret), createdAt: now() }
  await db().calendarFeed.upsert({
    where: { personId },
    create: { personId, ...feed },
    update: feed,
  })
  return { secret, createdAt: feed.createdAt }
}

/** Takes the address back. Twice changes nothing. */
export async function closeFeed(actor: SignedIn): Promise<void> {
  const { personId } = actor
  authorize(actor, 'person.secure', { personId })
  await db().calendarFeed.deleteMany({ where: { personId } })
}
