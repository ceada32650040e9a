'use client'

import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { useRoom, useRoomStore } from './room-context'
import { StanceChip } from './stance-chip'
import { useNow } from './use-now'

/** Who wrote a note, in which stance, when. Its name opens the note. */
export function NoteByline({ note }: { readonly note: AnnotationShape }) {
  const { id, author, kind, createdAt, visibility, deleted } = note
  const room = useRoomStore()
  const now = useNow()
  const mine = useRoom(({ me }) => me !== null && me.id === author?.id)
  return (
    <header className="byline">
      {author && <Avatar name={author.name} me={mine} />}
      <h3 className="name" id={`note-${id}-by`} tabIndex={-1}>
        <button type="button" className="opens" onClick={() => room.focus(id)}>
          {author?.name ?? 'Deleted note'}
        </button>
        <span className="vh">{note.unread ? ', unread' : ''}</span>
      </h3>
      {deleted === null && <StanceChip kind={kind} />}
      <span className="when push">
        {visibility === 'private' && <Icon name="lock" size={12} label="Only you see this" />}
        <Time at={createdAt} now={now} />
      </span>
    </header>
  )
}
