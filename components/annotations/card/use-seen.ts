'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useRoomStore } from '@/components/room/context'
import { markRead } from '@/components/room/note-commands'
import type { AnnotationShape } from '@/lib/annotations/contract'

const LONG_ENOUGH_MS = 1_000
const HALF = 0.5

/**
 * A ref for the card of a note: an unread note without replies counts as read once half of it was in view for a second in a window
 * that has the focus. What is unread inside a thread counts as read when the thread is opened.
 */
export function useSeen(note: AnnotationShape | undefined): (card: HTMLElement | null) => void {
  const room = useRoomStore()
  const card = useRef<HTMLElement | null>(null)
  const watched = note?.unread === true && note.lastPostId === note.id
  useEffect(() => {
    if (!watched || !card.current) return
    return watchCard(card.current, () => {
      if (note) void markRead(room, note)
    })
  }, [watched, note, room])
  return useCallback((element: HTMLElement | null) => {
    card.current = element
  }, [])
}

function watchCard(card: HTMLElement, seen: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer)
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(look, LONG_ENOUGH_MS)
    },
    { threshold: HALF },
  )
  function look(): void {
    if (document.hasFocus()) seen()
    else timer = setTimeout(look, LONG_ENOUGH_MS)
  }
  observer.observe(card)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
