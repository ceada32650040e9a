'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { type Notices, noticeStore } from './notice-store'
import { noticeWords } from './notice-words'

/** What a person is told, live. */
export function useNotices(personId: string): Notices {
  useEffect(() => noticeStore.use(personId), [personId])
  return useSyncExternalStore(noticeStore.subscribe, noticeStore.getState, noticeStore.getState)
}

/** What is about the page that one is on is read with it; `here` is its path. */
export function useReadHere({ items }: Notices, here: string): void {
  useEffect(() => {
    const seen = items.find((item) => item.readAt === null && noticeWords(item).href === here)
    if (seen) noticeStore.read(seen.id)
  }, [items, here])
}
