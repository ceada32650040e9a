'use client'

import { NoteCard } from '@/components/annotations/card/note-card'
import { useRoom } from '@/components/room/context'

/** A note in a list, with the words it is about: closed, or open when it is the one in focus. */
export function ListedNote({ id }: { readonly id: string }) {
  const open = useRoom(({ focusedId }) => focusedId === id)
  const exact = useRoom(({ notes }) => notes.get(id)?.target?.exact)
  return (
    <div className="listed">
      {exact && <blockquote className="quote clamp">{exact}</blockquote>}
      <NoteCard id={id} form={open ? 'open' : 'closed'} />
    </div>
  )
}
