// The loaded notes. What the server said of them and what waits for its answer are kept apart (optimistic.ts); `notes` is what is shown.

import type { AnnotationShape } from '@/lib/annotations/contract'
import { placedHere } from './merge'
import { byPlace, withPlaced } from './note-order'
import { changedAnnotation, changesOf, type PendingChange } from './optimistic'
import type { Outgoing, RoomState } from './state'

/** The state after the server told of a note. */
export function withNote(state: RoomState, note: AnnotationShape): RoomState {
  if (state.syncedNotes.get(note.id) === note) return state
  const syncedNotes = new Map(state.syncedNotes).set(note.id, note)
  return showing({ ...state, syncedNotes }, shownNote(note, state.changes))
}

/** The state after the server told of many notes. O(n log n), for pages of a list. */
export function withNotes(state: RoomState, arrived: readonly AnnotationShape[]): RoomState {
  if (arrived.length === 0) return state
  const syncedNotes = new Map(state.syncedNotes)
  const notes = new Map(state.notes)
  for (const note of arrived) {
    syncedNotes.set(note.id, note)
    notes.set(note.id, shownNote(note, state.changes))
  }
  const order = [...notes.values()].toSorted(byPlace).map(({ id }) => id)
  const kept = sameOrder(order, state.order) ? state.order : order
  return { ...state, syncedNotes, notes, order: kept }
}

/** The state without a note: no card, no thread, no focus on it. */
export function withoutNote(state: RoomState, id: string): RoomState {
  if (!state.notes.has(id)) return state
  const { notes, syncedNotes, threads, outgoing } = state
  return {
    ...state,
    notes: without(notes, id),
    syncedNotes: without(syncedNotes, id),
    threads: without(threads, id),
    outgoing: without(outgoing, id),
    changes: state.changes.filter(({ subjectId }) => subjectId !== id),
    listing: state.listing && { ...state.listing, ids: except(state.listing.ids, id) },
    focusedId: state.focusedId === id ? null : state.focusedId,
    order: except(state.order, id),
  }
}

/** The state in which others have just written a note. */
export function withFresh(state: RoomState, id: string): RoomState {
  return { ...state, fresh: new Set(state.fresh).add(id) }
}

/** The state in which the margin has made room for notes that others wrote. */
export function withSettled(state: RoomState, ids: readonly string[]): RoomState {
  const settled = new Set(ids)
  return { ...state, fresh: new Set([...state.fresh].filter((id) => !settled.has(id))) }
}

/** The state with a note of one's own before the server knows it. */
export function withOwnNote(state: RoomState, note: AnnotationShape): RoomState {
  const { listing } = state
  const shown = showing(state, note)
  return listing ? { ...shown, listing: { ...listing, own: [...listing.own, note.id] } } : shown
}

let listed: { readonly order: unknown; readonly listing: unknown; ids: readonly string[] } | null =
  null

/** The ids of the notes that are shown, in their order: all, or those that meet the filters and what this reader posted meanwhile. */
export function shownIds({ order, listing, filters }: RoomState): readonly string[] {
  if (!listing) return order
  if (listed?.order === order && listed.listing === listing) return listed.ids
  const shown = new Set([...listing.own.toReversed(), ...listing.ids])
  const ids = filters.sort === 'place' ? order.filter((id) => shown.has(id)) : [...shown]
  listed = { order, listing, ids }
  return ids
}

/** Whether a note is shown though it does not meet the filters: one has just posted it. */
export function isStray({ listing }: RoomState, id: string): boolean {
  return listing?.status === 'ready' && listing.own.includes(id) && !listing.ids.includes(id)
}

/** The state after a note of one's own has arrived and has its own id. */
export function withArrivedNote(
  state: RoomState,
  sentId: string,
  note: AnnotationShape,
): RoomState {
  const placed = placedHere(note, state.notes.get(sentId), state.reading.revisionId)
  const next = withNote(withoutNote(state, sentId), placed)
  const listing = next.listing && {
    ...next.listing,
    own: next.listing.own.map((id) => (id === sentId ? note.id : id)),
  }
  return { ...next, listing, focusedId: state.focusedId === sentId ? note.id : next.focusedId }
}

/** The state with its note as it is to be shown now, after a change came or went. */
export function reshowingNote(state: RoomState, id: string): RoomState {
  const note = state.syncedNotes.get(id)
  return note ? showing(state, shownNote(note, state.changes)) : state
}

/** How what is on its way under an id fares; null: it has arrived, or will not be sent. */
export function withOutgoing(state: RoomState, id: string, how: Outgoing | null): RoomState {
  const outgoing = new Map(state.outgoing)
  if (how) outgoing.set(id, how)
  else outgoing.delete(id)
  return { ...state, outgoing }
}

function shownNote(note: AnnotationShape, changes: readonly PendingChange[]): AnnotationShape {
  return changesOf(changes, note.id).reduce(changedAnnotation, note)
}

function showing(state: RoomState, note: AnnotationShape): RoomState {
  const known = state.notes.get(note.id)
  const notes = new Map(state.notes).set(note.id, note)
  const stays = known !== undefined && byPlace(known, note) === 0
  const order = stays
    ? state.order
    : withPlaced(known ? except(state.order, note.id) : state.order, notes, note)
  return { ...state, notes, order }
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(id)
  return rest
}

function except(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((other) => other !== id)
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
