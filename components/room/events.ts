// What a message of the live channel changes. Pure: the state after it, and what must be asked of the server because the message
// alone does not say it (a message that cannot be placed makes the client refetch, never guess).

import type { AnnotationShape } from '@/lib/annotations/contract'
import type { EventMessage, RevisionNews } from '@/lib/events/message'
import { withNote, withoutNote } from './annotations'
import { counted } from './coverage'
import { leavesNothing, mergedHere, withMine } from './merge'
import { saying } from './presence'
import type { RoomState } from './state'
import { withReply, withThread } from './threads'

export type Ask =
  | { readonly for: 'coverage' }
  | { readonly for: 'listing' }
  | { readonly for: 'note'; readonly id: string }
  | { readonly for: 'reply'; readonly id: string }

export type Told = { readonly state: RoomState; readonly asks: readonly Ask[] }

/** The state after a message, and what to ask. */
export function told(state: RoomState, message: EventMessage): Told {
  const { state: next, asks } = changed(state, message)
  const words = wordsOf(state, message)
  return { state: words === null ? next : saying(next, words), asks }
}

// Only what others write, and only what is near: a busy room must not talk without end.
function wordsOf(
  { me, focusedId }: RoomState,
  { kind, actor, threadId }: EventMessage,
): string | null {
  if (!actor || actor.id === me?.id) return null
  if (kind === 'reading.revised') return `${actor.name} revised this text`
  if (kind === 'annotation.created') return `${actor.name} wrote a note`
  if (kind === 'reply.created' && focusedId === threadId) return `${actor.name} replied`
  return null
}

function changed(state: RoomState, message: EventMessage): Told {
  const inDebate = markedInDebate(state, message)
  if (inDebate) return { state: inDebate, asks: [] }
  if (message.revision) return { state: revisedBy(state, message.revision), asks: [] }
  if (message.reply) return toldOfReply(state, message)
  if (message.annotation && !leavesNothing(message.annotation)) {
    return toldOfNote(state, message, message.annotation)
  }
  if (!state.notes.has(message.id)) return { state, asks: [{ for: 'coverage' }] }
  return {
    state: withoutNote(state, message.id),
    asks: [{ for: 'coverage' }, ...listingAsk(state)],
  }
}

function revisedBy(state: RoomState, revision: RevisionNews): RoomState {
  return revision.id === state.reading.revisionId ? state : { ...state, revised: revision }
}

function toldOfNote(state: RoomState, message: EventMessage, told: AnnotationShape): Told {
  const known = state.syncedNotes.get(told.id)
  // Made on another revision than this page's: its passage is not in this text.
  if (!known && told.place.revisionId !== state.reading.revisionId) return { state, asks: [] }
  const merged = mergedHere(state, { ...told, ...message.thread }, 'live', mineOf(state, message))
  const fresh = !known && message.kind === 'annotation.created'
  const news = fresh && state.me !== null && message.actor?.id !== state.me.id
  const note = news ? { ...merged, unread: true } : merged
  const next = withNote(state, note)
  if (fresh) return { state: counted(next, note), asks: listingAsk(state) }
  return { state: next, asks: [...asksAfter(state, message, known, note), ...listingAsk(state)] }
}

function asksAfter(
  state: RoomState,
  { kind, actor }: EventMessage,
  known: AnnotationShape | undefined,
  note: AnnotationShape,
): readonly Ask[] {
  if (kind === 'annotation.reacted') {
    // My own reaction may have been given in another window: only the server knows.
    return actor !== null && actor.id === state.me?.id ? [{ for: 'note', id: note.id }] : []
  }
  const looksAlike =
    known !== undefined &&
    known.visibility === note.visibility &&
    known.target?.start === note.target?.start &&
    known.target?.end === note.target?.end &&
    (known.resolution === null) === (note.resolution === null) &&
    (known.deleted === null) === (note.deleted === null)
  return looksAlike ? [] : [{ for: 'coverage' }]
}

function toldOfReply(state: RoomState, message: EventMessage): Told {
  const { reply, threadId, thread } = message
  const known = state.syncedNotes.get(threadId)
  const byOther = message.actor?.id !== state.me?.id
  const news = byOther && message.kind === 'reply.created' && state.me !== null
  const next = known
    ? withNote(state, { ...known, ...thread, unread: known.unread || news })
    : state
  const mineElsewhere = !byOther && message.kind === 'reply.reacted'
  return {
    state: reply ? withThreadReply(next, message, reply) : next,
    asks: [
      ...(reply && mineElsewhere ? [{ for: 'reply' as const, id: reply.id }] : []),
      // Counts of unread notes are known for all notes, loaded or not.
      ...(news && !known?.unread ? [{ for: 'coverage' as const }] : []),
      ...listingAsk(state),
    ],
  }
}

function withThreadReply(
  state: RoomState,
  message: EventMessage,
  told: NonNullable<EventMessage['reply']>,
): RoomState {
  const { threadId } = message
  const thread = state.threads.get(threadId)
  if (!thread) return state
  const known = thread.synced.find(({ id }) => id === told.id)
  // What comes after the loaded page will come with its own page.
  if (!known && thread.nextCursor !== null) return state
  const seen = isMine(state, message) ? thread.replies.find(({ id }) => id === told.id) : known
  const reply = seen ? { ...told, reactions: withMine(told.reactions, seen.reactions) } : told
  return withThread(state, threadId, ({ synced }) => ({ synced: withReply(synced, reply) }))
}

// The count that is told holds one's own reaction already, while it waits for its answer here.
function mineOf(state: RoomState, message: EventMessage): AnnotationShape | undefined {
  return isMine(state, message) ? state.notes.get(message.id) : undefined
}

function isMine({ me }: RoomState, { actor }: EventMessage): boolean {
  return actor !== null && actor.id === me?.id
}

// A claim is no note: what happens to it changes nothing in the margin but the word that a note has become one.
function markedInDebate(state: RoomState, message: EventMessage): RoomState | null {
  if (!message.debate || message.annotation || message.reply) return null
  const [claim] = message.debate.claims ?? []
  const note = claim?.fromNote ? state.syncedNotes.get(claim.id) : undefined
  return note && claim ? withNote(state, { ...note, inDebate: !claim.archived }) : state
}

function listingAsk(state: RoomState): readonly Ask[] {
  return state.listing === null ? [] : [{ for: 'listing' }]
}
