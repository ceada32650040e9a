'use client'

import { memo } from 'react'
import { PlaceLine } from '@/components/annotations/placement/place-line'
import { isStray } from '@/components/room/annotations'
import { useRoom } from '@/components/room/context'
import { PostBody } from '@/components/threads/post-body'
import { Icon } from '@/components/ui/icon'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { Gone } from './gone'
import { NoteByline } from './note-byline'
import { NoteRow } from './note-row'
import { OpenNote } from './open-note'
import { useSeen } from './use-seen'

export type CardForm = 'closed' | 'row' | 'open'

/** One note in the margin: closed with its first lines, as a one-line row where many crowd, or open with its thread. */
export const NoteCard = memo(function NoteCard({
  id,
  form,
}: {
  readonly id: string
  readonly form: CardForm
}) {
  const note = useRoom(({ notes }) => notes.get(id))
  const outgoing = useRoom((state) => state.outgoing.get(id))
  const seen = useSeen(note)
  const stray = useRoom((state) => isStray(state, id))
  if (!note) return null
  const classes = [
    'note',
    form === 'row' ? 'compact' : null,
    form === 'open' ? 'pinned' : null,
    note.unread ? 'is-unread' : null,
    note.resolution ? 'is-resolved' : null,
    outgoing?.status === 'sending' ? 'is-sending' : null,
  ]
  return (
    <article
      ref={seen}
      className={classes.filter(Boolean).join(' ')}
      id={`note-${id}`}
      aria-labelledby={`note-${id}-by`}
    >
      {note.unread && form !== 'open' && <span className="unread" title="Unread" />}
      {stray && <p className="meta stray">Does not match the filter</p>}
      {form === 'row' && <NoteRow note={note} />}
      {form === 'closed' && <ClosedNote note={note} />}
      {form === 'open' && <OpenNote note={note} outgoing={outgoing} />}
    </article>
  )
})

function ClosedNote({ note }: { readonly note: AnnotationShape }) {
  return (
    <>
      <NoteByline note={note} />
      {note.body && <PostBody body={note.body} className="clamp" />}
      {note.deleted && <Gone by={note.deleted.by} />}
      <PlaceLine place={note.place} />
      <NoteFoot note={note} />
    </>
  )
}

function NoteFoot({
  note: { replyCount, resolution, tags, inDebate },
}: {
  readonly note: AnnotationShape
}) {
  if (replyCount === 0 && !resolution && tags.length === 0 && !inDebate) return null
  return (
    <footer>
      {replyCount > 0 && (
        <span className="meta num">{replyCount === 1 ? '1 reply' : `${replyCount} replies`}</span>
      )}
      {resolution && (
        <span className="meta resolved-word">
          <Icon name="resolve" size={14} /> Resolved
        </span>
      )}
      {inDebate && (
        <span className="meta resolved-word">
          <Icon name="tree" size={14} /> In the debate
        </span>
      )}
      {tags.slice(0, 3).map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
    </footer>
  )
}
