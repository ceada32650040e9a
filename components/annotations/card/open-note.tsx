'use client'

import { useEffect } from 'react'
import { NotePlace } from '@/components/annotations/placement/note-place'
import { useLetterKey } from '@/components/keyboard/use-letter-key'
import { ModeratedLine } from '@/components/moderation/moderated-line'
import { useRoomStore } from '@/components/room/context'
import { markRead, reactToNote, withdraw } from '@/components/room/note-commands'
import { mendNote } from '@/components/room/room-drafts'
import type { Outgoing } from '@/components/room/state'
import { PostBody } from '@/components/threads/post-body'
import { Thread } from '@/components/threads/thread'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { Gone } from './gone'
import { NotSent } from './not-sent'
import { NoteActions } from './note-actions'
import { NoteByline } from './note-byline'
import { NoteEdit } from './note-edit'
import { Reactions } from './reactions-row'
import { UnsavedLine, useEditing } from './unsaved-edit'

/** A note with all that belongs to it: its words, what may be done, its thread, a place to answer. */
export function OpenNote({
  note,
  outgoing,
}: {
  readonly note: AnnotationShape
  readonly outgoing: Outgoing | undefined
}) {
  const room = useRoomStore()
  const { editing, setEditing, unsaved } = useEditing(note.id)
  useEffect(() => {
    void markRead(room, note)
  }, [room, note])

  useLetterKey('t', () => {
    if (!note.can.edit || editing !== null) return false
    setEditing('tags')
    return true
  })

  if (editing && note.can.edit) {
    return <NoteEdit note={note} part={editing} onDone={() => setEditing(null)} />
  }
  return (
    <>
      <NoteByline note={note} />
      {note.deleted && <Gone by={note.deleted.by} />}
      {note.moderation && <ModeratedLine moderation={note.moderation} />}
      {note.locked && <p className="meta">Closed to further replies.</p>}
      {note.body && <PostBody body={note.body} />}
      {unsaved && <UnsavedLine onGoOn={() => setEditing('words')} />}
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
        <NotSent
          outgoing={outgoing}
          words={note.body?.text ?? ''}
          onMend={() => void mendNote(room, note.id)}
          onWithdraw={() => withdraw(room, note.id)}
        />
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
