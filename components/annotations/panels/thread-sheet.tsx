'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Composer } from '@/components/annotations/card/composer'
import { NoteCard } from '@/components/annotations/card/note-card'
import { useRoom, useRoomStore } from '@/components/room/context'
import type { RoomState } from '@/components/room/state'
import { IconButton } from '@/components/ui/button'
import type { AnnotationShape } from '@/lib/annotations/contract'

/** Where there is no margin: the open note, or the composer, in a sheet beside or below the text. */
export function ThreadSheet({ phone }: { readonly phone: boolean }) {
  const room = useRoomStore()
  const pending = useRoom((state) => (state.pending?.target ? state.pending : null))
  const id = useRoom(openOnPassage)
  const panel = useRoom((state) => state.panel !== null)
  const quote = useRoom((state) =>
    pending ? pending.target?.exact : quoteOf(state.notes.get(id ?? '')),
  )
  if (panel || (pending === null && id === null)) return null
  const close = () => {
    if (pending) room.compose(null)
    else room.focus(null)
  }
  return (
    <DetentSheet
      label={pending ? 'New note' : 'Note'}
      phone={phone}
      tall={pending !== null}
      head={
        id !== null && !pending ? <Neighbours id={id} /> : <span className="meta">New note</span>
      }
      onClose={close}
    >
      {quote && <blockquote className="quote">{quote}</blockquote>}
      {pending ? (
        <Composer key={pending.target?.start} pending={pending} />
      ) : (
        id !== null && <NoteCard key={id} id={id} form="open" />
      )}
    </DetentSheet>
  )
}

// A note on a section or on the whole reading is open in the panel of that section.
function openOnPassage({ focusedId, notes }: RoomState): string | null {
  return focusedId !== null && notes.get(focusedId)?.target ? focusedId : null
}

// Words that were edited since are shown beside the present ones on the card itself.
function quoteOf(note: AnnotationShape | undefined): string | null {
  const isSame = note?.place.state === 'exact' || note?.place.state === 'moved'
  return note && isSame ? note.place.quote : null
}

/** "1 of 2 on this passage", and the way to the others. */
function Neighbours({ id }: { readonly id: string }) {
  const room = useRoomStore()
  // A string, so that changes elsewhere render nothing here.
  const ids = useRoom((state) => onPassage(state, id)).split(' ')
  const at = ids.indexOf(id)
  const go = (to: number) => {
    const next = ids[to]
    if (next) void room.visit(next)
  }
  return (
    <>
      <span className="meta num">
        {at + 1} of {ids.length} on this passage
      </span>
      <span className="push row">
        <IconButton
          icon="up"
          label="Previous note"
          size="sm"
          disabled={at <= 0}
          onClick={() => go(at - 1)}
        />
        <IconButton
          icon="down"
          label="Next note"
          size="sm"
          disabled={at >= ids.length - 1}
          onClick={() => go(at + 1)}
        />
      </span>
    </>
  )
}

function onPassage({ order, notes }: RoomState, id: string): string {
  const target = notes.get(id)?.target
  if (!target) return id
  return order
    .filter((other) => {
      const theirs = notes.get(other)?.target
      return theirs && theirs.start < target.end && theirs.end > target.start
    })
    .join(' ')
}

/** A sheet of two heights on a phone (drag the grip, or press it), a panel at the side on a tablet. */
function DetentSheet({
  label,
  phone,
  tall,
  head,
  onClose,
  children,
}: {
  readonly label: string
  readonly phone: boolean
  readonly tall: boolean
  readonly head: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const [full, setFull] = useState(tall)
  const [dragged, setDragged] = useState<number | null>(null)
  useEffect(() => {
    const name = phone ? 'bottom' : 'side'
    document.documentElement.dataset.sheet = name
    return () => {
      delete document.documentElement.dataset.sheet
    }
  }, [phone])
  const grip = {
    onPointerDown: (event: React.PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      setDragged(event.clientY)
    },
    onPointerUp: (event: React.PointerEvent) => {
      const moved = dragged === null ? 0 : event.clientY - dragged
      setDragged(null)
      if (moved < -FLICK) setFull(true)
      else if (moved > FLICK && full) setFull(false)
      else if (moved > FLICK) onClose()
      else setFull(!full)
    },
  }
  return (
    <section
      className={full ? 'sheet thread-sheet is-full' : 'sheet thread-sheet'}
      aria-label={label}
      data-side={phone ? 'bottom' : 'end'}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      {phone && (
        <button
          type="button"
          className="grip-button"
          aria-label={full ? 'Make the sheet smaller' : 'Make the sheet larger'}
          aria-expanded={full}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') setFull(!full)
          }}
          {...grip}
        >
          <span className="grip" />
        </button>
      )}
      <div className="sheet-head">
        {head}
        <IconButton icon="close" label="Close" size="sm" onClick={onClose} />
      </div>
      <div className="sheet-body">{children}</div>
    </section>
  )
}

/** Pixels of drag that mean a change of height. */
const FLICK = 24
