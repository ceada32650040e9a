import 'server-only'
import { failureOf } from '@/lib/auth/mail/send'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { log } from '@/lib/log'

// A notice goes out by a channel once: whoever sends it takes its row first, and only one can. A row that stays without a time of sending
// is of a letter of which nobody knows whether it arrived; it is not sent again, and what it told of comes with the digest.

export type Channel = 'mail' | 'digest'

/** Takes notices for sending; gives the ids of those that nobody else has taken. One INSERT. */
export async function claimDeliveries(
  ids: readonly string[],
  channel: Channel,
): Promise<readonly string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    INSERT INTO deliveries (notification_id, channel, claimed_at)
    SELECT id, ${channel}, ${now()} FROM unnest(${[...ids]}::uuid[]) AS id
    ON CONFLICT DO NOTHING RETURNING notification_id AS id`
  return rows.map(({ id }) => id)
}

/**
 * Sends what was taken, once. What was not taken by the mail server this time may be taken again later; what it refused for good, or may
 * have taken, may not. Throws when the server is away, so that nothing else is tried.
 */
export async function deliverMail(
  ids: readonly string[],
  channel: Channel,
  send: () => Promise<void>,
): Promise<void> {
  const taken = { notificationId: { in: [...ids] }, channel }
  try {
    await send()
  } catch (err) {
    const failure = failureOf(err)
    log.warn({ err, failure, channel }, 'A mail was not sent.')
    if (failure === 'later' || failure === 'away') await db().delivery.deleteMany({ where: taken })
    if (failure === 'away') throw err
    return
  }
  await db().delivery.updateMany({ where: taken, data: { sentAt: now() } })
}
