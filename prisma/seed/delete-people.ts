import 'server-only'
import type { Db } from '@/lib/db/client'

/**
 * Deletes people for good, with the groups they made, the readings they own and whatever hangs on these, and with what they
 * wrote elsewhere. What others wrote elsewhere stays: answers to a reply that goes hang on its thread from then on. The audit
 * stays, since it is a record of what happened.
 */
export async function deletePeople(tx: Db, people: readonly string[]): Promise<void> {
  const personIds = [...people]
  const theirs = { in: personIds }
  const readingIds = await readingsOf(tx, personIds)
  const groupIds = await groupsOf(tx, personIds)
  // Threads first: revisions may not go while annotations point at them.
  await tx.thread.deleteMany({
    where: {
      OR: [
        { readingId: { in: readingIds } },
        { groupId: { in: groupIds } },
        { annotation: { authorId: theirs } },
        { claim: { authorId: theirs } },
      ],
    },
  })
  await tx.assignment.deleteMany({
    where: {
      OR: [
        { createdById: theirs },
        { groupId: { in: groupIds } },
        { readingId: { in: readingIds } },
      ],
    },
  })
  await deleteReplies(tx, personIds)
  await tx.invitation.deleteMany({ where: { createdById: theirs } })
  await tx.idempotencyKey.deleteMany({ where: { personId: theirs } })
  await tx.event.deleteMany({
    where: {
      OR: [{ actorId: theirs }, { readingId: { in: readingIds } }, { groupId: { in: groupIds } }],
    },
  })
  await tx.decision.deleteMany({
    where: { OR: [{ authorId: theirs }, { groupId: { in: groupIds } }] },
  })
  await tx.reading.deleteMany({ where: { id: { in: readingIds } } })
  await tx.group.deleteMany({ where: { id: { in: groupIds } } })
  await handOverShelves(tx, personIds)
  await tx.person.deleteMany({ where: { id: theirs } })
}

async function readingsOf(tx: Db, personIds: string[]): Promise<string[]> {
  const rows = await tx.reading.findMany({
    where: { ownerId: { in: personIds } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function groupsOf(tx: Db, personIds: string[]): Promise<string[]> {
  const rows = await tx.group.findMany({
    where: { createdById: { in: personIds } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

// What a thread says of its replies (how many, which was last) is told anew from those that are left. Raw SQL: one statement
// for all threads instead of three for each.
async function deleteReplies(tx: Db, personIds: string[]): Promise<void> {
  const written = await tx.reply.findMany({
    where: { authorId: { in: personIds } },
    select: { threadId: true },
    distinct: ['threadId'],
  })
  const threadIds = written.map(({ threadId }) => threadId)
  await tx.reply.deleteMany({ where: { authorId: { in: personIds } } })
  await tx.$executeRaw`
    UPDATE threads t SET reply_count = n.replies, last_post_id = n.last_post, last_activity_at = n.last_at
    FROM (SELECT s.id, count(r.id)::int AS replies,
        COALESCE((array_agg(r.id ORDER BY r.id DESC) FILTER (WHERE r.id IS NOT NULL))[1], s.id) AS last_post,
        COALESCE(max(r.created_at), s.created_at) AS last_at
      FROM (SELECT x.id, COALESCE(a.created_at, c.created_at) AS created_at FROM threads x
          LEFT JOIN annotations a ON a.id = x.id LEFT JOIN claims c ON c.id = x.id
          WHERE x.id = ANY(${threadIds}::uuid[])) s
        LEFT JOIN replies r ON r.thread_id = s.id AND r.deleted_at IS NULL
      GROUP BY s.id, s.created_at) n
    WHERE t.id = n.id`
}

// A text that one of them placed in a group of others stays there, as if its owner had placed it.
async function handOverShelves(tx: Db, personIds: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE shelves SET added_by_id = readings.owner_id FROM readings
    WHERE readings.id = shelves.reading_id AND shelves.added_by_id = ANY(${personIds}::uuid[])`
}
