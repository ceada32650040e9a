// Putting notes into the room's state and taking them out. Pure.

import type { AnnotationShape } from '@/lib/annotations/contract'
import { byPlace, withPlaced } from './note-order'
import type { RoomState } from './state'

/** The state with a note in its place. */
export function withNote(state: RoomState, note: AnnotationShape): RoomState {
  const known = state.notes.get(note.id)
  if (known === note) return state
  const notes = new Map(state.notes).set(note.id, note)
  const stays = known !== undefined && byPlace(known, note) === 0
  const order = stays
    ? state.order
    : withPlaced(without(state.order, known ? note.id : null), notes, note)
  return { ...state, notes, order }
}

/** The state with many notes in their places. O(n log n), for pages of a list. */
export function withNotes(state: RoomState, arrived: readonly AnnotationShape[]): RoomState {
  if (arrived.length === 0) return state
  const notes = new Map(state.notes)
  for (const note of arrived) notes.set(note.id, note)
  const order = [...notes.values()].toSorted(byPlace).map(({ id }) => id)
  return { ...state, notes, order: sameOrder(order, state.order) ? state.order : order }
}

/** The state without a note: no card, no thread, no focus on it. */
export function withoutNote(state: RoomState, id: string): RoomState {
  if (!state.notes.has(id)) return state
  const notes = new Map(state.notes)
  const threads = new Map(state.threads)
  const outgoing = new Map(state.outgoing)
  for (const map of [notes, threads, outgoing]) map.delete(id)
  const listing = state.listing && { ...state.listing, ids: without(state.listing.ids, id) }
  const focusedId = state.focusedId === id ? null : state.focusedId
  return { ...state, notes, threads, outgoing, listing, focusedId, order: without(state.order, id) }
}

function without(ids: readonly string[], id: string | null): readonly string[] {
  return id === null ? ids : ids.filter((other) => other !== id)
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
