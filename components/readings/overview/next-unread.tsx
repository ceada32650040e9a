'use client'

import { useRoomStore } from '@/components/room/context'
import { nextNote } from '@/components/room/note-steps'
import type { RoomStore } from '@/components/room/store'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'

/** Brings the reader to the next note with news, after the one that is open or the line that is read. */
export function NextUnread() {
  const room = useRoomStore()
  return (
    <Button
      variant="quiet"
      size="sm"
      className="flush-start"
      onClick={() => void visitNextUnread(room)}
    >
      Next unread <kbd>n</kbd>
    </Button>
  )
}

/** Opens the next unread note, or says that there is none. */
export async function visitNextUnread(room: RoomStore): Promise<void> {
  try {
    const id = await nextNote(room, { towards: 1, unread: true })
    if (id) await room.visit(id)
    else notify({ text: 'You have read everything here.' })
  } catch {
    notify({ text: 'The next unread note cannot be looked up now. Try again in a moment.' })
  }
}
