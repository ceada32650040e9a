import 'server-only'
import { activePersonSql } from '@/lib/auth/account-status'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { type NotificationSettings, settingsFrom } from '@/lib/notifications/contract'
import { toldTo } from '@/lib/notifications/queries/notifications'
import type { SignedIn } from '@/lib/policy/actor'
import { type NotificationRow, notificationSelect } from './rows'
import { withVeiledActors } from './veiled-actors'

// What is still to be mailed. Raw SQL: whom it concerns is in four tables, and the statement walks an index of what is unread.

/** Who is mailed at all: whoever has shown that the address is theirs, and is no person of the demo. */
const MAILABLE = Prisma.sql`p.email_verified_at IS NOT NULL AND p.demo_role IS NULL`

export type PendingMail = {
  readonly id: string
  readonly personId: string
  readonly email: string
  readonly settings: NotificationSettings
}

type PendingRow = Omit<PendingMail, 'settings'> & { readonly settings: object | null }

const HERE_MS = 6 * 60_000
const DAY_MS = 86_400_000

/**
 * Mentions and direct answers of the last day that nobody has read or been mailed, of people who want them at once and are not here;
 * after one of them, at most `limit`, in the order of their ids.
 */
export async function pendingMails({
  after,
  limit,
  now,
}: {
  readonly after: string | null
  readonly limit: number
  readonly now: Date
}): Promise<readonly PendingMail[]> {
  const rows = await db().$queryRaw<PendingRow[]>`
    SELECT n.id, n.person_id AS "personId", p.email, ${SETTINGS} AS settings
    FROM notifications n JOIN people p ON p.id = n.person_id
      LEFT JOIN notification_settings s ON s.person_id = n.person_id
    WHERE n.read_at IS NULL AND n.kind IN ('post.mentioned', 'post.answered')
      AND (${after}::uuid IS NULL OR n.id > ${after}::uuid)
      AND n.created_at > ${new Date(now.getTime() - DAY_MS)}
      AND ${activePersonSql()} AND ${MAILABLE} AND COALESCE(s.mails_at_once, TRUE)
      AND NOT EXISTS (SELECT FROM deliveries d WHERE d.notification_id = n.id)
      AND NOT EXISTS (SELECT FROM sessions v WHERE v.person_id = n.person_id
        AND v.expires_at > ${now} AND v.last_used_at > ${new Date(now.getTime() - HERE_MS)})
    ORDER BY n.id LIMIT ${limit}`
  return rows.map((row) => ({ ...row, settings: settingsFrom(row.settings) }))
}

const SETTINGS = Prisma.sql`CASE WHEN s.person_id IS NULL THEN NULL ELSE jsonb_build_object(
  'mailsAtOnce', s.mails_at_once, 'digest', s.digest, 'digestHour', s.digest_hour,
  'digestDay', s.digest_day, 'timeZone', s.time_zone, 'quietFrom', s.quiet_from,
  'quietTo', s.quiet_to, 'levels', s.levels) END`

export type PendingDigest = {
  readonly personId: string
  readonly email: string
  readonly settings: NotificationSettings
  /** When the last one was sent. */
  readonly last: Date | null
}

const WEEK_MS = 8 * DAY_MS

/** People who have something unread of the last week that no mail brought; after one of them, at most `limit`, by id. */
export async function pendingDigests({
  after,
  limit,
  now,
}: {
  readonly after: string | null
  readonly limit: number
  readonly now: Date
}): Promise<readonly PendingDigest[]> {
  const rows = await db().$queryRaw<
    (Omit<PendingDigest, 'settings'> & { settings: object | null })[]
  >`
    SELECT p.id AS "personId", p.email, ${SETTINGS} AS settings,
      (SELECT max(d.claimed_at) FROM deliveries d JOIN notifications o ON o.id = d.notification_id
        WHERE o.person_id = p.id AND d.channel = 'digest') AS last
    FROM people p LEFT JOIN notification_settings s ON s.person_id = p.id
    WHERE (${after}::uuid IS NULL OR p.id > ${after}::uuid)
      AND ${activePersonSql()} AND ${MAILABLE} AND COALESCE(s.digest, 'daily') <> 'off'
      AND EXISTS (SELECT FROM notifications n WHERE n.person_id = p.id AND n.read_at IS NULL
        AND n.created_at > ${new Date(now.getTime() - WEEK_MS)}
        AND NOT EXISTS (SELECT FROM deliveries d WHERE d.notification_id = n.id
          AND (d.channel = 'digest' OR d.sent_at IS NOT NULL)))
    ORDER BY p.id LIMIT ${limit}`
  return rows.map((row) => ({ ...row, settings: settingsFrom(row.settings) }))
}

/** Of some notices, those that a person may still be told and has not read, asked through the one see-rule now; newest first. */
export async function stillToTell(
  person: SignedIn,
  ids: readonly string[],
): Promise<readonly NotificationRow[]> {
  const rows = await db().notification.findMany({
    where: { AND: [toldTo(person), { id: { in: [...ids] }, readAt: null }] },
    orderBy: { id: 'desc' },
    select: notificationSelect,
  })
  return withVeiledActors(person, rows)
}

/** What a digest brings: the last week's that was not read and that no mail brought, newest first, at most `limit`. */
export async function digestNotices(
  person: SignedIn,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly NotificationRow[]> {
  const rows = await db().notification.findMany({
    where: {
      AND: [
        toldTo(person),
        { readAt: null, createdAt: { gt: new Date(now.getTime() - WEEK_MS) } },
        { deliveries: { none: { OR: [{ channel: 'digest' }, { sentAt: { not: null } }] } } },
      ],
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: notificationSelect,
  })
  return withVeiledActors(person, rows)
}
