'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '@/components/api-client'
import { hearOwn } from '@/components/room/own-line'
import type { NotificationShape } from '@/lib/notifications/contract'
import type { InboxAddress } from './inbox-address'

export type InboxPage = {
  readonly items: readonly NotificationShape[]
  readonly nextCursor: string | null
}

const PAGE = 50
const MOST = 200

/** A part of the inbox, as the page came and live from then on. */
export function useInbox(personId: string, address: InboxAddress, first: InboxPage) {
  const [page, setPage] = useState(first)
  const [problem, setProblem] = useState<'refresh' | 'more' | null>(null)
  const shown = useRef(first.items.length)
  const { view, groupId, isUnreadOnly } = address

  const list = useCallback(
    (limit: number, cursor?: string) =>
      api.notifications.list({
        limit,
        view,
        groupId,
        cursor,
        unread: isUnreadOnly ? 'true' : undefined,
      }),
    [view, groupId, isUnreadOnly],
  )

  // What was loaded beyond the most that one answer holds is asked for again when it is scrolled to.
  const refresh = useCallback(() => {
    const limit = Math.min(MOST, Math.max(PAGE, shown.current))
    list(limit).then(
      ({ items, nextCursor }) => {
        shown.current = items.length
        setPage({ items, nextCursor })
        setProblem(null)
      },
      () => setProblem('refresh'),
    )
  }, [list])

  const more = useCallback(() => {
    if (page.nextCursor === null) return
    list(PAGE, page.nextCursor).then(
      ({ items, nextCursor }) => {
        shown.current += items.length
        setPage((before) => ({ items: [...before.items, ...items], nextCursor }))
        setProblem(null)
      },
      () => setProblem('more'),
    )
  }, [list, page.nextCursor])

  useEffect(() => hearOwn(personId, refresh), [personId, refresh])
  useEffect(() => {
    globalThis.addEventListener('online', refresh)
    return () => globalThis.removeEventListener('online', refresh)
  }, [refresh])
  return { ...page, problem, refresh, more }
}
