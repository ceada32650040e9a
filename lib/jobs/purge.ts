import 'server-only'
import { db, transaction } from '@/lib/db/client'

// What was deleted can be taken back for a while; then it goes for good, with all that hangs on it.

const DAY_MS = 86_400_000
const DELETED_DAYS = 30
const EVENT_DAYS = 7
const KEY_DAYS = 2
const IMPORT_DAYS = 14
const NOTICE_DAYS = 90

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

/**
 * Purges what was deleted thirty days ago, events of a week ago, idempotency keys of two days ago, texts that were brought in two weeks
 * ago, what people were told three months ago, and what has expired.
 */
export async function purge(now: Date): Promise<void> {
  await purgePosts(daysBefore(now, DELETED_DAYS))
  await db().reading.deleteMany({ where: { deletedAt: { lt: daysBefore(now, DELETED_DAYS) } } })
  await purgePictures(daysBefore(now, DELETED_DAYS))
  await db().event.deleteMany({ where: { at: { lt: daysBefore(now, EVENT_DAYS) } } })
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: daysBefore(now, KEY_DAYS) } } })
  await db().import.deleteMany({ where: { createdAt: { lt: daysBefore(now, IMPORT_DAYS) } } })
  await db().notification.deleteMany({ where: { createdAt: { lt: daysBefore(now, NOTICE_DAYS) } } })
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
async function purgePosts(before: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx.thread.deleteMany({
      // What a claim was made of shares its thread, which goes on.
      where: { replyCount: 0, annotation: { deletedAt: { lt: before } }, claim: null },
    })
    await tx.$executeRaw`
      UPDATE annotations SET body = NULL, body_text = '', tags = '{}'
      WHERE deleted_at < ${before} AND (body IS NOT NULL OR body_text <> '' OR tags <> '{}')`
    await tx.$executeRaw`
      DELETE FROM replies r WHERE deleted_at < ${before}
        AND NOT EXISTS (SELECT 1 FROM replies c WHERE c.parent_id = r.id)`
    await tx.$executeRaw`
      UPDATE replies SET body = '{"type":"doc","content":[]}'::jsonb, body_text = ''
      WHERE deleted_at < ${before} AND body_text <> ''`
    await tx.$executeRaw`
      DELETE FROM post_edits e USING annotations a WHERE a.id = e.post_id AND a.deleted_at < ${before}`
    await tx.$executeRaw`
      DELETE FROM post_edits e USING replies r WHERE r.id = e.post_id AND r.deleted_at < ${before}`
  })
}
