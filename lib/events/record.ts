import 'server-only'
import { afterCommit, type Db } from '@/lib/db/client'
import { signalCommit } from './signal'

/** Something that happened. It names its subject; what that looks like, and who sees it, is decided when it is told. */
export type NewEvent<Kind extends string = string> = {
  readonly kind: Kind
  /** Who did it; null for the operator. */
  readonly actorId: string | null
  readonly subjectId: string
  readonly readingId?: string
  readonly groupId?: string | null
  readonly particulars?: Readonly<Record<string, string>>
  readonly at: Date
}

/** Writes an event to the outbox, in the transaction of the change that it is about. One INSERT. */
export async function record(tx: Db, event: NewEvent): Promise<void> {
  const { kind, actorId, subjectId, readingId = null, groupId = null, particulars = {}, at } = event
  await tx.$executeRaw`
    INSERT INTO events (kind, actor_id, reading_id, group_id, subject_id, particulars, at)
    VALUES (${kind}, ${actorId}::uuid, ${readingId}::uuid, ${groupId}::uuid,
      ${subjectId}::uuid, ${JSON.stringify(particulars)}::jsonb, ${at})`
  afterCommit(signalCommit)
}
