'use client'

import { useRoom } from '@/components/room/context'
import type { RoomState } from '@/components/room/state'
import { NextUnread } from './next-unread'

/** How much is written and what of it is new; the way to it; the key of the strip. */
export function ContentsFoot() {
  const notes = useRoom(notesOf)
  const unread = useRoom(unreadOf)
  if (notes === 0) {
    return (
      <div className="toc-foot">
        <p>No notes yet. Select some words to write the first.</p>
      </div>
    )
  }
  return (
    <div className="toc-foot">
      <p>
        <b className="num">{notes}</b> {notes === 1 ? 'note' : 'notes'}
        {unread > 0 && (
          <>
            , <b className="num">{unread}</b> unread
          </>
        )}
      </p>
      {unread > 0 && <NextUnread />}
      <p className="strip-key">
        <span className="vh">Key of the strip: </span>
        <span className="tally-1">
          <i />1
        </span>
        <span className="tally-2">
          <i />2
        </span>
        <span className="tally-3">
          <i />3
        </span>
        <span className="tally-4">
          <i />4 or more notes
        </span>
      </p>
    </div>
  )
}

function notesOf({ counts }: RoomState): number {
  return counts.reduce((sum, { notes }) => sum + notes, 0)
}

/** How many notes have news for the reader. */
export function unreadOf({ counts }: RoomState): number {
  return counts.reduce((sum, { unread }) => sum + unread, 0)
}
