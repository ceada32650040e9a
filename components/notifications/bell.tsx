'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'
import { ignoreErrors } from '@/components/ui/ignore-errors'
import { Popover } from '@/components/ui/popover'
import { Time } from '@/components/ui/time'
import type { NotificationShape } from '@/lib/notifications/contract'
import { type Notices, noticeStore } from './notice-store'
import { noticeWords } from './notice-words'
import { useNotices, useReadHere } from './use-notices'

/** The bell in the header: how much one has not read, and behind it what one is told. */
export function Bell({ personId }: { readonly personId: string }) {
  const notices = useNotices(personId)
  useReadHere(notices, usePathname())
  const [isOpen, setOpen] = useState(false)
  const { unread } = notices
  const name = unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`
  return (
    <Popover
      title="Notifications"
      className="notices"
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next)
        if (next) noticeStore.ask()
      }}
      trigger={
        <button
          type="button"
          className={buttonClass({ iconOnly: true, className: 'bell' })}
          aria-label={name}
          title="Notifications"
        >
          <Icon name="bell" />
          {unread > 0 && (
            <span className="bell-count num" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </button>
      }
    >
      <NoticeList
        notices={notices}
        onFollow={(id) => {
          noticeStore.read(id)
          setOpen(false)
        }}
        onRetry={noticeStore.ask}
      />
      <div className="notices-foot">
        <Link href="/inbox" onClick={() => setOpen(false)}>
          Open inbox
        </Link>
        {unread > 0 && (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => ignoreErrors(noticeStore.readAll(), () => {})}
          >
            Mark all as read
          </Button>
        )}
      </div>
    </Popover>
  )
}

function NoticeList({
  notices: { items, state },
  onFollow,
  onRetry,
}: {
  readonly notices: Notices
  readonly onFollow: (id: string) => void
  readonly onRetry: () => void
}) {
  if (state === 'loading') return <p className="meta">Loading…</p>
  if (state === 'failed') {
    return (
      <p className="meta">
        Your notifications could not be loaded.{' '}
        <button type="button" className="textlink" onClick={onRetry}>
          Try again
        </button>
      </p>
    )
  }
  if (items.length === 0)
    return <p className="meta">Nothing yet. Mentions and replies to you show up here.</p>
  const now = new Date()
  return (
    <ul className="notice-list">
      {items.map((item) => (
        <NoticeRow key={item.id} item={item} now={now} onFollow={() => onFollow(item.id)} />
      ))}
    </ul>
  )
}

function NoticeRow({
  item,
  now,
  onFollow,
}: {
  readonly item: NotificationShape
  readonly now: Date
  readonly onFollow: () => void
}) {
  const { text, more, href } = noticeWords(item)
  const isNew = item.readAt === null
  return (
    <li className={isNew ? 'notice is-new' : 'notice'}>
      <Link href={href} onClick={onFollow}>
        <span className="notice-text">
          {isNew && <span className="vh">New: </span>}
          {text}
        </span>
        {more !== '' && <span className="meta">{more}</span>}
      </Link>
      <Time className="meta nowrap" at={item.createdAt} now={now} />
    </li>
  )
}
