import 'server-only'
import type { Db } from '@/lib/db/client'
import type { DebateRow } from '@/lib/debates/queries/debates'
import type { DebateEventKind } from '@/lib/events/event'
import { record } from '@/lib/events/record'

type News = {
  readonly kind: DebateEventKind
  readonly actorId: string
  /** The claim, or the debate itself when it was opened. */
  readonly subjectId: string
  readonly at: Date
}

/** Records what happened in a debate. */
export async function tellDebate(
  tx: Db,
  { id, readingId, groupId }: Pick<DebateRow, 'id' | 'readingId' | 'groupId'>,
  news: News,
): Promise<void> {
  await record(tx, { ...news, debateId: id, readingId, groupId })
}
