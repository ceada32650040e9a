'use client'

import { useEffect, useRef } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { Button } from '@/components/ui/button'
import { excerpt } from '@/lib/text/excerpt'

const WORDS = 90

/** While the passage of a note is being chosen: what is looked for, and the way out. The text itself is where one chooses. */
export function PlaceChoice() {
  const room = useRoomStore()
  const id = useRoom(({ placing }) => placing)
  const quote = useRoom(({ placing, notes }) =>
    placing === null ? null : (notes.get(placing)?.place.quote ?? ''),
  )
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    if (id === null) return
    bar.current?.focus({ preventScroll: true })
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') room.choosePlace(null)
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [id, room])
  if (quote === null) return null
  return (
    <section ref={bar} className="place-choice" aria-label="Choosing a passage" tabIndex={-1}>
      <p>
        Select the words that this note is about, or choose them by <kbd>m</kbd> and{' '}
        <kbd>Enter</kbd>. It was made on <q>{excerpt(quote, WORDS)}</q>
      </p>
      <Button size="sm" onClick={() => room.choosePlace(null)}>
        Leave it
      </Button>
    </section>
  )
}
