// From one note to the next: the neighbour among those that are loaded, or the next unread or unresolved one of the whole reading,
// which the server knows.

import { api } from '@/components/api-client'
import type { RoomStore } from './store'

type Where = {
  readonly towards: 1 | -1
  readonly unread?: boolean
  readonly status?: 'open'
}

/** Opens the note before or after the open one, by place; without an open one the first in view or the last above it. */
export function visitNeighbour(room: RoomStore, towards: 1 | -1): void {
  const { order, listing, focusedId, notes, geometry } = room.getState()
  const ids = (listing?.ids ?? order).filter((id) => notes.get(id)?.target)
  const now = focusedId === null ? -1 : ids.indexOf(focusedId)
  const eye = geometry?.textBetween(scrollY + innerHeight / 4, scrollY + innerHeight).from ?? 0
  const inView = ids.findIndex((id) => (notes.get(id)?.target?.start ?? 0) >= eye)
  const next = now >= 0 ? ids[now + towards] : ids[towards > 0 ? inView : inView - 1]
  if (next) void room.visit(next)
}

/** The next note of a kind by place, after or before the open one or the line that is read; around the end to the other side. */
export async function nextNote(
  room: RoomStore,
  { towards, unread, status }: Where,
): Promise<string | null> {
  const { reading, group, focusedId, notes, geometry } = room.getState()
  const open = notes.get(focusedId ?? '')?.target?.start
  const here = open ?? geometry?.textBetween(scrollY, scrollY + innerHeight / 3).from ?? 0
  const { items } = await api.annotations.list({
    id: reading.id,
    groupId: group?.id,
    sort: 'place',
    on: 'passage',
    unread: unread ? 'true' : undefined,
    status,
    limit: 200,
  })
  const others = items.filter(({ id }) => id !== focusedId)
  const startOf = (item: (typeof items)[number]) => item.target?.start ?? 0
  const found =
    towards > 0
      ? (others.find(
          (item) => startOf(item) >= here && (item.id > (focusedId ?? '') || startOf(item) > here),
        ) ?? others[0])
      : (others.findLast((item) => startOf(item) < here) ?? others.at(-1))
  return found?.id ?? null
}
