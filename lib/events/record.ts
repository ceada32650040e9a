import 'server-only'
import { afterCommit, type Db } from '@/lib/db/client'
import type { NewEvent } from './event'
import { signalCommit } from './signal'

/** Writes an event to the outbox, in the transaction of the change that it tells of. One INSERT. */
export async function record(tx: Db, event: NewEvent): Promise<void> {
  const readingId = 'readingId' in event ? event.readingId : null
  const groupId = 'groupId' in event ? event.groupId : null
  await tx.$executeRaw`
    INSERT INTO events (kind, actor_id, reading_id, group_id, subject_id, particulars, at)
    VALUES (${event.kind}, ${event.actorId}::uuid, ${readingId}::uuid, ${groupId}::uuid,
      ${event.subjectId}::uuid, ${JSON.stringify(particularsOf(event))}::jsonb, ${event.at})`
  afterCommit(signalCommit)
}

function particularsOf(event: NewEvent): Record<string, string> {
  if ('debateId' in event) return { debateId: event.debateId }
  if ('threadId' in event) return { threadId: event.threadId }
  if ('wasVisibility' in event && event.wasVisibility) return { wasVisibility: event.wasVisibility }
  return {}
}
