import 'server-only'
import type { Db } from '@/lib/db/client'
import { type DebateEventKind, debateNews } from '@/lib/debates/news'
import type { DebateRow } from '@/lib/debates/queries/debates'

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
  { readingId, groupId }: Pick<DebateRow, 'readingId' | 'groupId'>,
  news: News,
): Promise<void> {
  await debateNews.record(tx, { ...news, readingId, groupId })
}
