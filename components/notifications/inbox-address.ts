// The address of a part of the inbox, so that each can be kept and gone back to.

import type { NoticeView } from '@/lib/notifications/contract'

export type InboxAddress = {
  readonly view?: NoticeView | undefined
  readonly groupId?: string | undefined
  readonly isUnreadOnly: boolean
}

/** Where a part of the inbox is read. */
export function inboxHref({ view, groupId, isUnreadOnly }: InboxAddress): string {
  const query = new URLSearchParams()
  if (view) query.set('view', view)
  if (groupId) query.set('group', groupId)
  if (isUnreadOnly) query.set('unread', '1')
  const text = query.toString()
  return text === '' ? '/inbox' : `/inbox?${text}`
}
