'use client'

import { useRoom, useRoomStore } from '@/components/room/context'
import type { RoomState } from '@/components/room/state'

/** How many notes there are on the reading as a whole; opens them, or offers to write the first. */
export function WholeNotes({ href }: { readonly href: string }) {
  const room = useRoomStore()
  const notes = useRoom(wholeNotes)
  const mayWrite = useRoom(({ may }) => may.annotate)
  if (notes === 0 && !mayWrite) return null
  const words = notes === 1 ? '1 note on the whole reading' : `${notes} notes on the whole reading`
  return (
    <a
      className="textlink"
      href={href}
      onClick={(event) => {
        event.preventDefault()
        room.showPanel({ on: 'reading' })
      }}
    >
      {notes === 0 ? 'Write a note on the whole reading' : words}
    </a>
  )
}

function wholeNotes({ counts }: RoomState): number {
  return counts.find(({ sectionId }) => sectionId === null)?.notes ?? 0
}
