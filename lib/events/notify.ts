import 'server-only'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'

export type NotificationKind =
  | 'import.ready'
  | 'import.failed'
  | 'debate.rearranged'
  | 'debate.restored'

export type NewNotification = Told & { readonly personId: string }

type Told = {
  readonly kind: NotificationKind
  readonly subjectId: string
  readonly readingId?: string
  /** What the line in the list says it with; words for people, not ids. */
  readonly particulars: Readonly<Record<string, string | number>>
  readonly at: Date
}

/** Tells a person of something, in the transaction of what he is told of. One INSERT. */
export async function notify(tx: Db, { personId, ...told }: NewNotification): Promise<void> {
  await notifyAll(tx, [personId], told)
}

/** Tells several people of the same. One INSERT whatever their number. */
export async function notifyAll(tx: Db, personIds: readonly string[], told: Told): Promise<void> {
  const ids = personIds.map(() => newId())
  await tx.$executeRaw`
    INSERT INTO notifications (id, person_id, kind, subject_id, reading_id, particulars, created_at)
    SELECT n.id, n.person_id, ${told.kind}, ${told.subjectId}::uuid, ${told.readingId ?? null}::uuid,
      ${JSON.stringify(told.particulars)}::jsonb, ${told.at}
    FROM unnest(${ids}::uuid[], ${[...personIds]}::uuid[]) AS n(id, person_id)`
}
