'use client'

import { useRoomStore } from '@/components/room/context'
import { openNote } from '@/components/room/note-commands'
import { StaffBadge } from '@/components/room/staff-badge'
import { Icon } from '@/components/ui/icon'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { KindMark } from './kind-chip'

/** A note in one line. */
export function NoteRow({ note }: { readonly note: AnnotationShape }) {
  const { id, author, kind, resolution } = note
  const room = useRoomStore()
  return (
    <>
      {resolution ? <Icon name="resolve" label="Resolved" /> : <KindMark kind={kind} />}
      <h3 className="name" id={`note-${id}-by`} tabIndex={-1}>
        <button type="button" className="opens" onClick={() => openNote(room, id)}>
          {author?.name ?? 'Deleted'}
        </button>
      </h3>
      <StaffBadge personId={author?.id} />
      <span className="truncate">{firstWords(note)}</span>
      {note.place.needsLook && <Icon name="warn" size={14} label="Place to review" />}
    </>
  )
}

/** What a note says, or what it points at when it says nothing. */
export function firstWords({ body, place, deleted }: AnnotationShape): string {
  if (deleted) return 'Deleted'
  if (body && body.text.trim() !== '') return body.text
  return place.quote === null ? '' : `“${place.quote}”`
}
