// What is open on the page: a note, the composer, a list, a choice of place, a filter.

import { type Filters, isFiltered, type Pending, type RoomState } from './state'

/** A note is open, or none. */
export function focusedOn(state: RoomState, focusedId: string | null): RoomState {
  return focusedId === state.focusedId ? state : { ...state, focusedId }
}

/** A note was asked for by link or key. */
export function visiting(state: RoomState, id: string): RoomState {
  const visit = { id, turn: (state.visit?.turn ?? 0) + 1 }
  return { ...state, focusedId: id, visit, panel: panelFor(state, id), pending: null }
}

// What has no passage stands in no margin: it is shown in the list of what it is on.
function panelFor({ notes }: RoomState, id: string): RoomState['panel'] {
  const note = notes.get(id)
  if (!note || note.target !== null) return null
  return note.sectionId === null ? { on: 'reading' } : { on: 'section', sectionId: note.sectionId }
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
    ? { ids: [], nextCursor: null, status: 'loading' as const, coverage: null, own: [] }
    : null
  return { ...state, filters, listing }
}
