'use client'

import { shownIds } from '@/components/room/annotations'
import { useRoom, useRoomStore } from '@/components/room/context'
import { Button } from '@/components/ui/button'
import { ListedNote } from './listed-note'

/** The notes that meet the filters, newest or latest first: a list beside the text. */
export function NotesList() {
  const room = useRoomStore()
  const listing = useRoom((state) => state.listing)
  const ids = useRoom(shownIds)
  if (!listing) return null
  return (
    <div className="notes-list">
      {ids.map((id) => (
        <ListedNote key={id} id={id} />
      ))}
      {listing.status === 'loading' && (
        <div className="skeleton note-skeleton" aria-hidden="true" />
      )}
      {listing.status === 'ready' && listing.nextCursor !== null && (
        <Button variant="quiet" size="sm" onClick={() => void room.moreListed()}>
          Show more
        </Button>
      )}
    </div>
  )
}
