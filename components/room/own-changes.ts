// A change of this reader from the moment it is shown until the server has answered.

import { reshowingNote, withNote } from './annotations'
import { changedAnnotation, changedReply, type PendingChange } from './optimistic'
import type { RoomState } from './state'
import { reshowingReply, withThread } from './threads'

/** The state that shows a change which the server has not confirmed. */
export function withChange(state: RoomState, change: PendingChange): RoomState {
  return reshowing({ ...state, changes: [...state.changes, change] }, change.subjectId)
}

/** The state without a change: it failed, or what the server says holds it by now. */
export function withoutChange(state: RoomState, id: string): RoomState {
  const found = state.changes.find((change) => change.id === id)
  if (!found) return state
  const changes = state.changes.filter((change) => change !== found)
  return reshowing({ ...state, changes }, found.subjectId)
}

/** The state after the server has taken a change: what is synced holds it now. */
export function withConfirmed(state: RoomState, id: string): RoomState {
  const found = state.changes.find((change) => change.id === id)
  if (!found) return state
  const { subjectId, change } = found
  const next = withoutChange(state, id)
  const note = next.syncedNotes.get(subjectId)
  if (note) return withNote(next, changedAnnotation(note, change))
  const thread = [...next.threads.entries()].find(([, { synced }]) =>
    synced.some((reply) => reply.id === subjectId),
  )
  if (!thread) return next
  return withThread(next, thread[0], ({ synced }) => ({
    synced: synced.map((reply) => (reply.id === subjectId ? changedReply(reply, change) : reply)),
  }))
}

function reshowing(state: RoomState, subjectId: string): RoomState {
  return reshowingReply(reshowingNote(state, subjectId), subjectId)
}
