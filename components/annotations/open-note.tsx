'use client'

import { useEffect, useState } from 'react'
import { PostBody } from '@/components/threads/post-body'
import { Thread } from '@/components/threads/thread'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { Gone } from './gone'
import { NotSent } from './not-sent'
import { NoteActions } from './note-actions'
import { NoteByline } from './note-byline'
import { markRead, reactToNote, withdraw } from './note-commands'
import { NoteEdit } from './note-edit'
import { Reactions } from './reactions-row'
import { useRoomStore } from './room-context'
import type { Outgoing } from './room-state'

/** A note with all that belongs to it: its words, what may be done, its thread, a place to answer. */
export function OpenNote({
  note,
  outgoing,
}: {
  readonly note: AnnotationShape
  readonly outgoing: Outgoing | undefined
}) {
  const room = useRoomStore()
  const [editing, setEditing] = useState(false)
  useEffect(() => {
    void markRead(room, note)
  }, [room, note])

  if (editing) return <NoteEdit note={note} onDone={() => setEditing(false)} />
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
          <NoteActions note={note} onEdit={() => setEditing(true)} />
          <Thread note={note} />
        </>
      )}
    </>
  )
}
