import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useRoom } from '@/components/room/context'
import type { NO_REPLIES } from '@/components/room/threads'
import type { placedReplies } from './reply-tree'

type Placed = ReturnType<typeof placedReplies>

/**
 * What of a thread is shown. What others add is held back behind a pill while the reader writes in it, and where it would push away
 * a card that can be read; `within` is an element of the thread. What one writes or asks for oneself shows at once: `expect` says
 * that more was asked for.
 */
export function useCalm(
  placed: Placed,
  status: typeof NO_REPLIES.status,
  within: RefObject<Element | null>,
) {
  const me = useRoom((state) => state.me)
  const known = useRef<Set<string> | null>(null)
  const [turn, setTurn] = useState(0)
  const [isExpecting, setExpecting] = useState(false)
  const isWriting = useWriting()
  useEffect(() => {
    if (status !== 'loading') setExpecting(false)
  }, [status])
  return useMemo(() => {
    const before = isExpecting ? null : known.current
    const isNew = ({ reply }: Placed[number]) =>
      before !== null && !before.has(reply.id) && reply.author?.id !== me?.id
    const isHeld = turn >= 0 && placed.some(isNew) && (isWriting || pushes(within.current))
    const shown = isHeld ? placed.filter((place) => !isNew(place)) : placed
    // What there was when it was first loaded is nothing new.
    if (status === 'ready') known.current = new Set(shown.map(({ reply }) => reply.id))
    return {
      shown,
      held: placed.length - shown.length,
      release: () => {
        known.current = new Set(placed.map(({ reply }) => reply.id))
        setTurn(turn + 1)
      },
      expect: () => setExpecting(true),
    }
  }, [placed, status, me, turn, isWriting, isExpecting, within])
}

/** Whether a card that can be read stands below the one that an element is in: it would give way. */
function pushes(element: Element | null): boolean {
  const card = element?.closest('.placed')
  if (!card?.parentElement) return false
  const { bottom } = card.getBoundingClientRect()
  return [...card.parentElement.querySelectorAll(':scope > .placed')].some((other) => {
    const place = other.getBoundingClientRect()
    return place.top >= bottom - 1 && place.top < innerHeight && place.bottom > 0
  })
}

/** Whether the focus is in a reply box. */
function useWriting(): boolean {
  const [writing, setWriting] = useState(false)
  useEffect(() => {
    const look = () =>
      setWriting(document.activeElement?.closest('.reply-box .editor-field') instanceof Element)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return writing
}
