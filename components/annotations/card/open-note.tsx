'use client'

import { useEffect, useState } from 'react'
import { NotePlace } from '@/components/annotations/placement/note-place'
import { useLetterKey } from '@/components/keyboard/use-letter-key'
import { useRoomStore } from '@/components/room/context'
import { markRead, reactToNote, withdraw } from '@/components/room/note-commands'
import type { Outgoing } from '@/components/room/state'
import { PostBody } from '@/components/threads/post-body'
import { Thread } from '@/components/threads/thread'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { Gone } from './gone'
import { NotSent } from './not-sent'
import { NoteActions } from './note-actions'
import { NoteByline } from './note-byline'
import { type EditPart, NoteEdit } from './note-edit'
import { Reactions } from './reactions-row'

/** A note with all that belongs to it: its words, what may be done, its thread, a place to answer. */
export function OpenNote({
  note,
  outgoing,
}: {
  readonly note: AnnotationShape
  readonly outgoing: Outgoing | undefined
}) {
  const room = useRoomStore()
  const [editing, setEditing] = useState<EditPart | null>(null)
  useEffect(() => {
    void markRead(room, note)
  }, [room, note])

  useLetterKey('t', () => {
    // While something is written, the letter is for its tags.
    if (!note.can.edit || editing !== null || room.getState().pending !== null) return false
    setEditing('tags')
    return true
  })

  if (editing) return <NoteEdit note={note} part={editing} onDone={() => setEditing(null)} />
  return (
    <>
      <NoteByline note={note} />
      {note.deleted && <Gone by={note.deleted.by} />}
      {note.body && <PostBody body={note.body} />}
      {note.tags.length > 0 && (
        <p className="tags">
          {note.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </p>
      )}
      {!outgoing && !note.deleted && <NotePlace note={note} />}
      {outgoing && outgoing.status !== 'sending' && (
        <NotSent outgoing={outgoing} onWithdraw={() => withdraw(room, note.id)} />
      )}
      {!outgoing && (
        <>
          <Reactions
            reactions={note.reactions}
            may={note.can.react}
            onReact={(emoji) => void reactToNote(room, note, emoji)}
          />
          <NoteActions note={note} onEdit={() => setEditing('words')} />
          <Thread note={note} />
        </>
      )}
    </>
  )
}
