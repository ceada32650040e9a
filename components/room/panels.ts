// What is open on the page: a note, the composer, a list, a choice of place, a filter.

import { withoutNote } from './annotations'
import { leavesNothing } from './merge'
import { type Filters, isFiltered, type Pending, type RoomState } from './state'

/** A note is open, or none. */
export function focusedOn(state: RoomState, focusedId: string | null): RoomState {
  if (focusedId === state.focusedId) return state
  const left = state.notes.get(state.focusedId ?? '')
  // A note that was deleted while it was open goes when it is left.
  const next = left && leavesNothing(left) ? withoutNote(state, left.id) : state
  return { ...next, focusedId }
}

/** A note was asked for by link or key. */
export function visiting(state: RoomState, id: string): RoomState {
  const visit = { id, turn: (state.visit?.turn ?? 0) + 1 }
  return { ...focusedOn(state, id), visit, panel: panelFor(state, id), pending: null }
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
  const panel = pending.target ? null : state.panel
  return { ...focusedOn(state, null), pending, panel }
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
