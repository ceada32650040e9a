import 'server-only'
import { db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'

// What was deleted can be taken back for a while; then it goes for good, with all that hangs on it.

const DAY_MS = 86_400_000
const DELETED_DAYS = 30
// What a moderator hid stays while its author may appeal.
const HIDDEN_DAYS = 184
const EVENT_DAYS = 7
const KEY_DAYS = 2
const IMPORT_DAYS = 14
const EXPORT_DAYS = 7
const NOTICE_DAYS = 90

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

/**
 * Purges what was deleted thirty days ago, events of a week ago, idempotency keys of two days ago, texts that were brought in two weeks
 * ago, what people were told three months ago, and what has expired.
 */
export async function purge(now: Date): Promise<void> {
  await purgePosts(now)
  await db().reading.deleteMany({ where: { deletedAt: { lt: daysBefore(now, DELETED_DAYS) } } })
  await purgePictures(daysBefore(now, DELETED_DAYS))
  await db().event.deleteMany({ where: { at: { lt: daysBefore(now, EVENT_DAYS) } } })
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: daysBefore(now, KEY_DAYS) } } })
  await db().import.deleteMany({ where: { createdAt: { lt: daysBefore(now, IMPORT_DAYS) } } })
  await db().notification.deleteMany({ where: { createdAt: { lt: daysBefore(now, NOTICE_DAYS) } } })
  await db().export.deleteMany({ where: { createdAt: { lt: daysBefore(now, EXPORT_DAYS) } } })
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().oneTimeLink.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } })
}

/** Pictures that nobody brought lately and that no reading holds. */
async function purgePictures(before: Date): Promise<void> {
  await db().assetUpload.deleteMany({ where: { createdAt: { lt: before } } })
  await db().asset.deleteMany({ where: { uploads: { none: {} }, uses: { none: {} } } })
}

/**
 * Deleted posts without replies go. One that others answered keeps its place for ever and loses its words: the replies must
 * stay readable.
 */
async function purgePosts(now: Date): Promise<void> {
  const before = daysBefore(now, DELETED_DAYS)
  const hiddenBefore = daysBefore(now, HIDDEN_DAYS)
  const isOld = (post: 'a' | 'r') => {
    const [at, decision] = [Prisma.raw(`${post}.deleted_at`), Prisma.raw(`${post}.decision_id`)]
    // What still waits for approval goes with its group alone.
    return Prisma.sql`NOT EXISTS (SELECT FROM decisions d WHERE d.id = ${decision} AND d.kind = 'hold')
      AND ${at} < CASE WHEN ${decision} IS NULL OR EXISTS (SELECT FROM decisions d
      WHERE d.id = ${decision} AND d.kind = 'remove') THEN ${before}::timestamptz ELSE ${hiddenBefore}::timestamptz END`
  }
  await transaction(async (tx) => {
    // What a claim was made of shares its thread, which goes on.
    await tx.$executeRaw`
      DELETE FROM threads t USING annotations a WHERE a.id = t.id AND t.reply_count = 0
        AND ${isOld('a')} AND NOT EXISTS (SELECT FROM claims c WHERE c.id = t.id)`
    await tx.$executeRaw`
      UPDATE annotations a SET body = NULL, body_text = '', tags = '{}'
      WHERE ${isOld('a')} AND (body IS NOT NULL OR body_text <> '' OR tags <> '{}')`
    await tx.$executeRaw`
      DELETE FROM replies r WHERE ${isOld('r')}
        AND NOT EXISTS (SELECT 1 FROM replies c WHERE c.parent_id = r.id)`
    await tx.$executeRaw`
      UPDATE replies r SET body = '{"type":"doc","content":[]}'::jsonb, body_text = ''
      WHERE ${isOld('r')} AND body_text <> ''`
    await tx.$executeRaw`
      DELETE FROM post_edits e USING annotations a WHERE a.id = e.post_id AND ${isOld('a')}`
    await tx.$executeRaw`
      DELETE FROM post_edits e USING replies r WHERE r.id = e.post_id AND ${isOld('r')}`
  })
}
