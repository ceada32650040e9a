'use client'

import Link from 'next/link'
import { useNotices } from './use-notices'

/** The entry of the navigation that leads to the inbox, with a dot while something in it is unread. */
export function InboxLink({
  personId,
  isCurrent,
}: {
  readonly personId: string
  readonly isCurrent: boolean
}) {
  const { unread } = useNotices(personId)
  return (
    <Link
      href="/inbox"
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={unread > 0 ? `Inbox, ${unread} unread` : undefined}
    >
      Inbox
      {unread > 0 && <span className="nav-dot" aria-hidden="true" />}
    </Link>
  )
}
