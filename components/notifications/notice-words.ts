// What somebody is told, in words, and where it leads.

import type { NotificationShape } from '@/lib/notifications/contract'

export type NoticeWords = { readonly text: string; readonly more: string; readonly href: string }

/** The line of a notification; one of a kind that this page does not know says its title and leads to its reading. */
export function noticeWords({
  kind,
  subjectId,
  reading,
  particulars,
}: NotificationShape): NoticeWords {
  const title = String(particulars.title ?? reading?.title ?? '')
  switch (kind) {
    case 'import.ready':
      return {
        text: `“${title}” is read`,
        more: 'Look at it and save it.',
        href: `/imports/${subjectId}`,
      }
    case 'import.failed':
      return {
        text: `“${title}” could not be read`,
        more: String(particulars.message ?? ''),
        href: `/imports/${subjectId}`,
      }
    default:
      return {
        text: title || 'Something has changed',
        more: String(particulars.message ?? ''),
        href: reading ? `/readings/${reading.slug}` : '/',
      }
  }
}
