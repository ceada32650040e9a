'use client'

import { useEffect, useRef } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { openNote } from '@/components/room/note-commands'
import { StaffBadge } from '@/components/room/staff-badge'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import { useNow } from '@/components/ui/use-now'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { KindChip } from './kind-chip'

/** Who wrote a note, in which stance, when. Its name opens the note. */
export function NoteByline({ note }: { readonly note: AnnotationShape }) {
  const { id, author, kind, createdAt, visibility, deleted } = note
  const room = useRoomStore()
  const now = useNow()
  const mine = useRoom(({ me }) => me !== null && me.id === author?.id)
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = useRoom(({ visit }) => (visit?.id === id ? visit.turn : 0))
  useEffect(() => {
    if (asked > 0) heading.current?.focus({ preventScroll: true })
  }, [asked])
  return (
    <header className="byline">
      {author && <Avatar name={author.name} me={mine} />}
      <h3 className="name" ref={heading} tabIndex={-1}>
        <button
          type="button"
          className="opens"
          id={`note-${id}-by`}
          onClick={() => openNote(room, id)}
        >
          {author?.name ?? 'Deleted note'}
        </button>
        <span className="vh">{note.unread ? ', unread' : ''}</span>
      </h3>
      <StaffBadge personId={author?.id} />
      {deleted === null && <KindChip kind={kind} />}
      <span className="when push">
        {visibility === 'private' && <Icon name="lock" size={12} label="Only you see this" />}
        <Time at={createdAt} now={now} />
      </span>
    </header>
  )
}
