'use client'

import { useRoom, useRoomStore } from '@/components/annotations/room-context'
import type { RoomState } from '@/components/annotations/room-state'
import { useArticle } from './article-context'

/** Below a section: what is said of it as a whole, or the way to say something. */
export function SectionTalk({ sectionId }: { readonly sectionId: string }) {
  const room = useRoomStore()
  const alive = useArticle() !== null
  const notes = useRoom((state) => notesOn(state, sectionId))
  const mayWrite = useRoom(({ may }) => may.annotate)
  if (!alive || (notes === 0 && !mayWrite)) return null
  return (
    <p className="section-talk" data-aside="">
      <button
        type="button"
        className="textlink"
        onClick={() => room.showPanel({ on: 'section', sectionId })}
      >
        {notes === 0 && 'Note on this section'}
        {notes === 1 && '1 note on this section'}
        {notes > 1 && `${notes} notes on this section`}
      </button>
    </p>
  )
}

function notesOn({ notes }: RoomState, sectionId: string): number {
  let count = 0
  for (const note of notes.values()) {
    if (note.target === null && note.sectionId === sectionId) count += 1
  }
  return count
}
