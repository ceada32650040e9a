// What the line tells beside the notes, for whoever in the room wants to hear it: debates are loaded later than the room and may not be there.

import type { EventMessage } from '@/lib/events/message'
import type { RoomStore } from './store'

type Ear = (message: EventMessage) => void

const ears = new WeakMap<RoomStore, Set<Ear>>()

/** Hears what the room's line tells. Returns how to stop. */
export function hearNews(room: RoomStore, ear: Ear): () => void {
  const known = ears.get(room) ?? new Set<Ear>()
  ears.set(room, known.add(ear))
  return () => known.delete(ear)
}

/** Passes a message on to everybody who hears. */
export function tellNews(room: RoomStore, message: EventMessage): void {
  for (const ear of ears.get(room) ?? []) ear(message)
}
