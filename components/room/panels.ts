// What is open on the page: a note, the composer, a list, a choice of place, a filter.

import { type Filters, isFiltered, type Pending, type RoomState } from './state'

/** A note is open, or none. */
export function focusedOn(state: RoomState, focusedId: string | null): RoomState {
  return focusedId === state.focusedId ? state : { ...state, focusedId }
}

/** A note was asked for by link or key. */
export function visiting(state: RoomState, id: string): RoomState {
  return { ...state, focusedId: id, visit: { id, turn: (state.visit?.turn ?? 0) + 1 } }
}

/** The composer is open, or closed; a list of other notes makes room for it. */
export function composing(state: RoomState, pending: Pending | null): RoomState {
  if (!pending) return { ...state, pending }
  return { ...state, pending, panel: pending.target ? null : state.panel, focusedId: null }
}

/** A passage is being chosen for a note, or not. */
export function choosingPlace(state: RoomState, placing: string | null): RoomState {
  return placing === null
    ? { ...state, placing }
    : { ...state, placing, pending: null, panel: null }
}

/** The notes are filtered and sorted, or all in their place. */
export function filteredBy(state: RoomState, filters: Filters): RoomState {
  const listing = isFiltered(filters)
    ? { ids: [], nextCursor: null, status: 'loading' as const }
    : null
  return { ...state, filters, listing }
}
