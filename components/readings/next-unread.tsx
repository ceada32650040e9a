'use client'

import { useRoomStore } from '@/components/annotations/room-context'
import type { RoomStore } from '@/components/annotations/room-store'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import { useArticle } from './article-context'

/** Brings the reader to the next note with news, after the one that is open or the line that is read. */
export function NextUnread() {
  const room = useRoomStore()
  const article = useArticle()
  return (
    <Button
      look="quiet"
      size="sm"
      className="flush-start"
      onClick={() => void visitNextUnread(room, article?.place.current().eye ?? 0)}
    >
      Next unread <kbd>n</kbd>
    </Button>
  )
}

/** Opens the next unread note after an offset, or the first of all when none follows. */
export async function visitNextUnread(room: RoomStore, eye: number): Promise<void> {
  const { reading, group, focusedId, notes } = room.getState()
  const open = focusedId === null ? null : notes.get(focusedId)?.target
  const query = { id: reading.id, groupId: group?.id, sort: 'place', unread: 'true' } as const
  try {
    const after = await api.annotations.list({ ...query, from: (open?.start ?? eye) + 1, limit: 2 })
    const found = after.items.find(({ id }) => id !== focusedId)
    const next = found ?? (await api.annotations.list({ ...query, limit: 1 })).items[0]
    if (next) await room.visit(next.id)
    else notify({ text: 'You have read everything here.' })
  } catch {
    notify({ text: 'The next unread note cannot be looked up now. Try again in a moment.' })
  }
}
