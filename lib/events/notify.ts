import 'server-only'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'

export type NotificationKind = 'import.ready' | 'import.failed'

export type NewNotification = {
  readonly personId: string
  readonly kind: NotificationKind
  readonly subjectId: string
  readonly readingId?: string
  /** What the line in the list says it with; words for people, not ids. */
  readonly particulars: Readonly<Record<string, string | number>>
  readonly at: Date
}

/** Tells a person of something, in the transaction of what he is told of. One INSERT. */
export async function notify(tx: Db, told: NewNotification): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notifications (id, person_id, kind, subject_id, reading_id, particulars, created_at)
    VALUES (${newId()}::uuid, ${told.personId}::uuid, ${told.kind}, ${told.subjectId}::uuid,
      ${told.readingId ?? null}::uuid, ${JSON.stringify(told.particulars)}::jsonb, ${told.at})`
}
