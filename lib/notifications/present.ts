import { type NotificationShape, notificationShape } from './contract'
import type { NotificationRow } from './queries'

const particulars = notificationShape.shape.particulars

/** What somebody is told, as he sees it. */
export function presentNotification(row: NotificationRow): NotificationShape {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    reading: row.reading,
    particulars: particulars.safeParse(row.particulars).data ?? {},
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }
}
