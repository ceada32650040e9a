'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { notify } from '@/components/ui/toast'
import { type InboxAddress, inboxHref } from './inbox-address'
import { type InboxLine, inboxDays, inboxLines } from './inbox-groups'
import { InboxRow } from './inbox-row'
import { type InboxGroup, InboxViews, titleOf } from './inbox-views'
import { isNote, readLine } from './line-acts'
import { type Notices, noticeStore } from './notice-store'
import { OpenLine } from './open-line'
import { type InboxPage, useInbox } from './use-inbox'
import { useInboxKeys } from './use-inbox-keys'
import { useNotices } from './use-notices'

type Clock = { readonly now: Date; readonly timeZone: string }

type InboxProps = {
  readonly personId: string
  readonly address: InboxAddress
  readonly groups: readonly InboxGroup[]
  readonly first: InboxPage
  /** When the page was made, so that server and browser say the same. */
  readonly madeAt: string
}

/** What one is told, a conversation a line, and beside it the conversation that is open. */
export function InboxView({ personId, address, groups, first, madeAt }: InboxProps) {
  const notices = useNotices(personId)
  const inbox = useInbox(personId, address, first)
  const lines = inboxLines(inbox.items)
  const [openKey, setOpenKey] = useState<string | null>(null)
  const open = lines.find(({ key }) => key === openKey) ?? null
  const clock = useClock(madeAt)

  const show = (line: InboxLine | undefined): boolean => {
    if (!line || !isNote(line)) return false
    setOpenKey(line.key)
    return true
  }
  useInboxKeys({ lines, open, onShow: show })
  return (
    <div className="inbox" data-open={open ? '' : undefined}>
      <InboxViews address={address} groups={groups} notices={notices} />
      <section className="inbox-list" aria-label={titleOf(address, groups)}>
        <ListHead address={address} groups={groups} notices={notices} />
        {inbox.problem === 'refresh' && (
          <p className="inbox-problem" role="alert">
            You may be offline: this is how it stood when it was last loaded.{' '}
            <button type="button" className="textlink" onClick={inbox.refresh}>
              Try again
            </button>
          </p>
        )}
        {lines.length === 0 && <NothingHere isUnreadOnly={address.isUnreadOnly} />}
        <Days
          lines={lines}
          clock={clock}
          openKey={open?.key ?? null}
          onOpen={(line) => {
            if (!isNote(line)) readLine(line)
            return show(line)
          }}
        />
        {inbox.nextCursor !== null && (
          <Button className="inbox-more" onClick={inbox.more}>
            {inbox.problem === 'more' ? 'Could not be loaded. Try again' : 'Show more'}
          </Button>
        )}
        <p className="inbox-keys" aria-hidden="true">
          <span>
            <kbd>j</kbd> <kbd>k</kbd> move
          </span>
          <span>
            <kbd>o</kbd> open in the text
          </span>
          <span>
            <kbd>e</kbd> mark as read
          </span>
          <span>
            <kbd>m</kbd> mute thread
          </span>
        </p>
      </section>
      <section className="inbox-open" aria-label="Conversation">
        {open === null ? (
          <p className="inbox-state meta">Choose a conversation to read it here.</p>
        ) : (
          <OpenLine key={open.key} line={open} onClose={() => setOpenKey(null)} />
        )}
      </section>
    </div>
  )
}

function ListHead({
  address,
  groups,
  notices: { state, unread },
}: Pick<InboxProps, 'address' | 'groups'> & { readonly notices: Notices }) {
  return (
    <header className="inbox-head">
      <h1>{titleOf(address, groups)}</h1>
      <span className="meta" role="status">
        {state === 'shown' && `${unread} unread`}
      </span>
      <Link
        className="textlink"
        href={inboxHref({ ...address, isUnreadOnly: !address.isUnreadOnly })}
      >
        {address.isUnreadOnly ? 'Show all' : 'Unread only'}
      </Link>
      <Button
        size="sm"
        variant="quiet"
        disabled={state === 'shown' && unread === 0}
        onClick={() => readAll()}
      >
        Mark all as read
      </Button>
    </header>
  )
}

function Days({
  lines,
  clock,
  openKey,
  onOpen,
}: {
  readonly lines: readonly InboxLine[]
  readonly clock: Clock
  readonly openKey: string | null
  readonly onOpen: (line: InboxLine) => boolean
}) {
  return inboxDays(lines, clock).map(({ day, lines: ofDay }) => (
    <div key={ofDay[0]?.key ?? day}>
      <h2 className="inbox-day">{day}</h2>
      <ol>
        {ofDay.map((line) => (
          <InboxRow
            key={line.key}
            line={line}
            now={clock.now}
            isCurrent={line.key === openKey}
            onOpen={() => onOpen(line)}
          />
        ))}
      </ol>
    </div>
  ))
}

function NothingHere({ isUnreadOnly }: { readonly isUnreadOnly: boolean }) {
  return isUnreadOnly ? (
    <EmptyState title="All read">Nothing here is unread.</EmptyState>
  ) : (
    <EmptyState title="Nothing yet">
      Mentions, replies to you and news of what you watch show up here. Watch a reading or a thread
      from its menu.
    </EmptyState>
  )
}

function readAll(): void {
  noticeStore
    .readAll()
    .catch(() => notify({ text: 'They could not be marked as read. Try again.' }))
}

// In the zone of the server until the browser says its own: the first picture is the same on both sides.
function useClock(madeAt: string): Clock {
  const [clock, setClock] = useState({ now: new Date(madeAt), timeZone: 'UTC' })
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    setClock(({ now }) => ({ now, timeZone }))
  }, [])
  return clock
}
