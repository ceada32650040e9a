'use client'

import { useCallback, useEffect, useState } from 'react'
import { api } from '@/components/api-client'
import type { NotificationShape } from '@/lib/notifications/contract'
import { noticeWords } from './notice-words'

const ASK_MS = 60_000
const SHOWN = 12

export type Notices = {
  readonly items: readonly NotificationShape[]
  readonly unread: number
  readonly state: 'loading' | 'shown' | 'failed'
}

const NOTHING: Notices = { items: [], unread: 0, state: 'loading' }

/**
 * What one is told: asked at once, when the window is looked at again, and once a minute. What is about the page that one is on is read
 * with it; `here` is its path.
 */
export function useNotices(here: string) {
  const [notices, setNotices] = useState<Notices>(NOTHING)

  const ask = useCallback(() => {
    api.notifications.list({ limit: SHOWN }).then(
      ({ items, unread }) => setNotices({ items, unread, state: 'shown' }),
      () =>
        setNotices((before) =>
          before.state === 'shown' ? before : { ...before, state: 'failed' },
        ),
    )
  }, [])

  useEffect(() => {
    const asked = () => {
      if (document.visibilityState === 'visible') ask()
    }
    asked()
    const timer = setInterval(asked, ASK_MS)
    document.addEventListener('visibilitychange', asked)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', asked)
    }
  }, [ask])

  useEffect(() => {
    const seen = notices.items.find(
      (item) => item.readAt === null && noticeWords(item).href === here,
    )
    if (seen) api.notifications.markRead({ id: seen.id }).then(ask, () => {})
  }, [notices, here, ask])

  const readAll = useCallback(() => {
    const [newest] = notices.items
    if (!newest) return
    setNotices({ ...notices, unread: 0, items: notices.items.map(asRead) })
    api.notifications.markAllRead({ upTo: newest.id }).then(ask, ask)
  }, [notices, ask])

  const read = useCallback(
    (id: string) => {
      const isNew = notices.items.some((item) => item.id === id && item.readAt === null)
      if (!isNew) return
      setNotices({
        ...notices,
        unread: Math.max(0, notices.unread - 1),
        items: notices.items.map((item) => (item.id === id ? asRead(item) : item)),
      })
      api.notifications.markRead({ id }).then(ask, ask)
    },
    [notices, ask],
  )
  return { notices, ask, read, readAll }
}

function asRead(item: NotificationShape): NotificationShape {
  return { ...item, readAt: item.readAt ?? new Date().toISOString() }
}
