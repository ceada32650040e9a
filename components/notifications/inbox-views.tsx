'use client'

import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-shapes'
import { NOTICE_VIEWS, type NoticeView } from '@/lib/notifications/contract'
import { type InboxAddress, inboxHref } from './inbox-address'
import type { Notices } from './notice-store'

export type InboxGroup = { readonly id: string; readonly name: string; readonly isMuted: boolean }

const VIEWS: Readonly<Record<NoticeView, { readonly name: string; readonly icon: IconName }>> = {
  mentions: { name: 'Mentions', icon: 'at' },
  replies: { name: 'Replies to me', icon: 'reply' },
  threads: { name: 'Threads I follow', icon: 'eye' },
  assignments: { name: 'Assignments', icon: 'calendar' },
  other: { name: 'Everything else', icon: 'info' },
}

/** What part of the inbox is shown, with how much of each is unread. */
export function InboxViews({
  address,
  groups,
  notices,
}: {
  readonly address: InboxAddress
  readonly groups: readonly InboxGroup[]
  readonly notices: Notices
}) {
  const { unread, unreadBy } = notices
  return (
    <nav className="inbox-views" aria-label="Inbox">
      <h2>Inbox</h2>
      <ViewLink
        icon="list"
        name="Everything"
        unread={unread}
        href={inboxHref({ isUnreadOnly: false })}
        isCurrent={!address.view && !address.groupId}
      />
      {NOTICE_VIEWS.map((view) => (
        <ViewLink
          key={view}
          {...VIEWS[view]}
          unread={unreadBy.views[view] ?? 0}
          href={inboxHref({ view, isUnreadOnly: false })}
          isCurrent={address.view === view}
        />
      ))}
      {groups.length > 0 && <h2>From</h2>}
      {groups.map(({ id, name, isMuted }) => (
        <ViewLink
          key={id}
          name={name}
          note={isMuted ? 'muted' : undefined}
          unread={unreadBy.groups[id] ?? 0}
          href={inboxHref({ groupId: id, isUnreadOnly: false })}
          isCurrent={address.groupId === id}
        />
      ))}
      <Link className="inbox-settings" href="/settings/notifications">
        Notification settings
      </Link>
    </nav>
  )
}

function ViewLink({
  icon,
  name,
  note,
  unread,
  href,
  isCurrent,
}: {
  readonly icon?: IconName
  readonly name: string
  readonly note?: string | undefined
  readonly unread: number
  readonly href: string
  readonly isCurrent: boolean
}) {
  return (
    <Link className="inbox-view" href={href} aria-current={isCurrent ? 'page' : undefined}>
      {icon && <Icon name={icon} />}
      <span className="inbox-view-name" dir="auto">
        {name}
      </span>
      {note && <span className="meta">{note}</span>}
      {unread > 0 && (
        <span className="num meta">
          {unread}
          <span className="vh"> unread</span>
        </span>
      )}
    </Link>
  )
}

/** The name of what is shown. */
export function titleOf({ view, groupId }: InboxAddress, groups: readonly InboxGroup[]): string {
  if (view) return VIEWS[view].name
  return groups.find(({ id }) => id === groupId)?.name ?? 'Everything'
}
