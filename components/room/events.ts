// What a message of the live channel changes. Pure: the state after it, and what must be asked of the server because the message
// alone does not say it (a message that cannot be placed makes the client refetch, never guess).

import type { AnnotationMessage, AnnotationShape } from '@/lib/annotations/contract'
import type { RevisionNews } from '@/lib/revisions/contract'
import type { ReplyShape, ThreadMessage } from '@/lib/threads/contract/threads'
import { withFresh, withNote, withoutNote } from './annotations'
import { counted } from './coverage'
import type { RoomMessage } from './live-message'
import { leavesNothing, mergedHere, withMine } from './merge'
import { NO_RIGHTS } from './no-rights'
import { saying } from './presence'
import type { RoomState } from './state'
import { withReply, withThread } from './threads'

export type Ask =
  | { readonly for: 'coverage' }
  | { readonly for: 'listing' }
  | { readonly for: 'note'; readonly id: string }
  | { readonly for: 'reply'; readonly id: string }

export type Reduced = { readonly state: RoomState; readonly asks: readonly Ask[] }

/** The state after a message, and what to ask. */
export function reduced(state: RoomState, message: RoomMessage): Reduced {
  if (isOfAnotherDiscussion(state, message)) return { state, asks: [] }
  const { state: next, asks } = changed(state, message)
  const words = wordsOf(state, message)
  return { state: words === null ? next : saying(next, words), asks }
}

// The line tells of the whole group; each assignment is a discussion of its own.
function isOfAnotherDiscussion({ assignment }: RoomState, message: RoomMessage): boolean {
  if (assignment === null || message.noun !== 'annotations' || !message.annotation) return false
  return message.annotation.assignmentId !== assignment.id
}

// Only what others write, and only what is near: a busy room must not talk without end.
function wordsOf({ me, focusedId }: RoomState, message: RoomMessage): string | null {
  const { kind, actor } = message
  if (!actor || actor.id === me?.id) return null
  switch (message.noun) {
    case 'revisions':
      return `${actor.name} revised this text`
    case 'annotations':
      return kind === 'annotation.created' ? `${actor.name} wrote a note` : null
    case 'threads':
      return kind === 'reply.created' && focusedId === message.threadId
        ? `${actor.name} replied`
        : null
  }
}

function changed(state: RoomState, message: RoomMessage): Reduced {
  switch (message.noun) {
    case 'revisions':
      return { state: revisedBy(state, message.revision), asks: [] }
    case 'threads':
      return message.reply ? withReplied(state, message, message.reply) : resolved(state, message)
    case 'annotations':
      if (message.annotation && !leavesNothing(message.annotation)) {
        return withAnnotation(state, message, message.annotation)
      }
      return message.kind === 'annotation.deleted' && state.focusedId === message.id
        ? { state: goneWhileOpen(state, message), asks: [{ for: 'coverage' }] }
        : withoutAnnotation(state, message.id)
  }
}

function withoutAnnotation(state: RoomState, id: string): Reduced {
  if (!state.notes.has(id)) return { state, asks: [{ for: 'coverage' }] }
  return {
    state: withoutNote(state, id),
    asks: [{ for: 'coverage' }, ...listingAsk(state)],
  }
}

// The reader has it open and may be answering it: it stays as a deleted note until it is left.
function goneWhileOpen(state: RoomState, { id, actor, at }: AnnotationMessage): RoomState {
  const note = state.syncedNotes.get(id)
  if (!note) return withoutNote(state, id)
  const by = actor !== null && actor.id === note.author?.id ? 'author' : 'moderator'
  const can = { ...NO_RIGHTS, restore: note.can.restore }
  return withNote(state, { ...note, body: null, tags: [], author: null, deleted: { by, at }, can })
}

function revisedBy(state: RoomState, revision: RevisionNews): RoomState {
  return revision.id === state.reading.revisionId ? state : { ...state, revised: revision }
}

function withAnnotation(
  state: RoomState,
  message: AnnotationMessage,
  incoming: AnnotationShape,
): Reduced {
  const known = state.syncedNotes.get(incoming.id)
  // Made on another revision than this page's: its passage is not in this text.
  if (!known && incoming.place.revisionId !== state.reading.revisionId) return { state, asks: [] }
  const merged = mergedHere(state, incoming, 'live', mineOf(state, message))
  const fresh = !known && message.kind === 'annotation.created'
  const news = fresh && state.me !== null && message.actor?.id !== state.me.id
  const note = news ? { ...merged, unread: true } : merged
  const next = withNote(news ? withFresh(state, note.id) : state, note)
  if (fresh) return { state: counted(next, note), asks: listingAsk(state) }
  return { state: next, asks: [...asksAfter(state, message, known, note), ...listingAsk(state)] }
}

function asksAfter(
  state: RoomState,
  { kind, actor }: AnnotationMessage,
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

// How a thread stands changes its marks too, and what a filter by it finds.
function resolved(state: RoomState, { threadId, thread }: ThreadMessage): Reduced {
  const known = state.syncedNotes.get(threadId)
  const next = known ? withNote(state, { ...known, ...thread }) : state
  return { state: next, asks: [{ for: 'coverage' }, ...listingAsk(state)] }
}

function withReplied(state: RoomState, message: ThreadMessage, reply: ReplyShape): Reduced {
  const { threadId, thread } = message
  const known = state.syncedNotes.get(threadId)
  const told = known && { ...known, ...thread }
  if (told && leavesNothing(told)) return withoutAnnotation(state, threadId)
  const unread = unreadAfter(state, message, known?.unread ?? false)
  const next = told ? withNote(state, { ...told, unread: unread ?? told.unread }) : state
  return {
    state: withThreadReply(next, message, reply),
    asks: [...replyAsks(state, message, reply, { known, unread }), ...listingAsk(state)],
  }
}

/** Whether a thread is unread after what happened to a reply; null when only the server knows. */
function unreadAfter(state: RoomState, message: ThreadMessage, was: boolean): boolean | null {
  if (state.me === null) return was
  switch (message.kind) {
    // Whoever replies has read what stands above.
    case 'reply.created':
      return !isMine(state, message)
    case 'reply.deleted':
    case 'reply.restored':
      return null
    default:
      return was
  }
}

function replyAsks(
  state: RoomState,
  message: ThreadMessage,
  reply: ReplyShape,
  { known, unread }: { known: AnnotationShape | undefined; unread: boolean | null },
): readonly Ask[] {
  const reacted = isMine(state, message) && message.kind === 'reply.reacted'
  // Counts of unread notes are known for all notes, loaded or not.
  const isCounted = unread !== null && unread === (known?.unread ?? false)
  return [
    ...(reacted ? [{ for: 'reply' as const, id: reply.id }] : []),
    ...(isCounted ? [] : [{ for: 'coverage' as const }]),
    ...(unread === null && known ? [{ for: 'note' as const, id: known.id }] : []),
  ]
}

function withThreadReply(
  state: RoomState,
  message: ThreadMessage,
  incoming: ReplyShape,
): RoomState {
  const { threadId } = message
  const thread = state.threads.get(threadId)
  if (!thread) return state
  const known = thread.synced.find(({ id }) => id === incoming.id)
  // What comes after the loaded page will come with its own page.
  if (!known && thread.nextCursor !== null) return state
  const seen = isMine(state, message) ? thread.replies.find(({ id }) => id === incoming.id) : known
  const reply = seen
    ? { ...incoming, reactions: withMine(incoming.reactions, seen.reactions) }
    : incoming
  return withThread(state, threadId, ({ synced }) => {
    const replies = withReply(synced, reply)
    // What hangs on a reply may come with the next page.
    return { synced: thread.nextCursor === null ? replies.filter(leavesWords(replies)) : replies }
  })
}

// A deleted reply keeps its place while one that stands hangs on it.
function leavesWords(replies: readonly ReplyShape[]): (reply: ReplyShape) => boolean {
  const answered = new Set(
    replies.filter(({ deleted }) => deleted === null).map(({ parentId }) => parentId),
  )
  return ({ id, deleted }) => deleted === null || answered.has(id)
}

// The count that is told holds one's own reaction already, while it waits for its answer here.
function mineOf(state: RoomState, message: AnnotationMessage): AnnotationShape | undefined {
  return isMine(state, message) ? state.notes.get(message.id) : undefined
}

function isMine({ me }: RoomState, { actor }: RoomMessage): boolean {
  return actor !== null && actor.id === me?.id
}

function listingAsk(state: RoomState): readonly Ask[] {
  return state.listing === null ? [] : [{ for: 'listing' }]
}
