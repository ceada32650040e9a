import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { Malformed } from '@/lib/errors'
import { readNotices as noticesRead } from '@/lib/events/notify'
import { isId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { annotationsVisibleSql } from '@/lib/policy/visible'
import { groupNamed, readingFor } from '@/lib/readings/queries/readings'
import { subjectFor } from '@/lib/threads/queries/subjects'
import { markRead } from './reply'

/** Remembers how far somebody has read in a thread. Marks only move forward. */
export async function readThread(
  actor: SignedIn,
  threadId: string,
  lastReadId: string,
): Promise<void> {
  await subjectFor(actor, threadId)
  authorize(actor, 'place.keep', null)
  if (!isId(lastReadId)) throw new Malformed('last-read', 'lastReadId is not an id.')
  await markRead(db(), {
    personId: actor.personId,
    threadId,
    lastReadId,
    at: now(),
  })
  await readNotices(actor, { threadId, upTo: lastReadId })
}

/** Marks every thread of a reading, in one group if it is named, as read: those that are not yet. One statement. */
export async function readAll(actor: SignedIn, readingId: string, groupId?: string): Promise<void> {
  const reading = await readingFor(actor, readingId)
  authorize(actor, 'place.keep', null)
  const shelf = groupNamed(actor, reading, groupId)
  await db().$executeRaw`
    INSERT INTO read_marks (person_id, thread_id, reading_id, last_read_id, read_at)
    SELECT ${actor.personId}::uuid, t.id, t.reading_id, t.last_post_id, ${now()}::timestamptz
    FROM annotations a JOIN threads t ON t.id = a.id LEFT JOIN groups g ON g.id = a.group_id
      LEFT JOIN read_marks m ON m.thread_id = a.id AND m.person_id = ${actor.personId}::uuid
    WHERE a.reading_id = ${reading.id}::uuid
      AND (${shelf}::uuid IS NULL OR a.group_id = ${shelf}::uuid)
      AND (m.last_read_id IS NULL OR m.last_read_id < t.last_post_id)
      AND ${annotationsVisibleSql(actor)}
    ON CONFLICT (person_id, thread_id) DO UPDATE SET read_at = EXCLUDED.read_at,
      last_read_id = GREATEST(read_marks.last_read_id, EXCLUDED.last_read_id)`
  await readNotices(actor, { readingId: reading.id, groupId: shelf })
}

type Read =
  | { readonly threadId: string; readonly upTo: string }
  | { readonly readingId: string; readonly groupId: string | null }

// What was read where it stands is read in the list of notices too. Ids of posts sort by time.
async function readNotices({ personId }: SignedIn, read: Read): Promise<void> {
  const where =
    'threadId' in read
      ? { threadId: read.threadId, subjectId: { lte: read.upTo } }
      : {
          readingId: read.readingId,
          threadId: { not: null },
          ...(read.groupId !== null && { groupId: read.groupId }),
        }
  await noticesRead(personId, where, now())
}
