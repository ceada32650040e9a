'use client'

import { notesOnSections } from '@/components/readings/overview/loaded-notes'
import { useRoom, useRoomStore } from '@/components/room/context'
import { useArticle } from './article-context'

/** Below a section: what is said of it as a whole, or the way to say something. */
export function SectionTalk({ sectionId }: { readonly sectionId: string }) {
  const room = useRoomStore()
  const alive = useArticle() !== null
  const notes = useRoom((state) => notesOnSections(state).get(sectionId) ?? 0)
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
