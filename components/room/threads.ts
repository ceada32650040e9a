// The replies of the threads as far as they are loaded, and how changes are merged into them. As with notes, what the server said
// and what waits for its answer are kept apart; `replies` is what is shown.

import type { ReplyShape } from '@/lib/threads/contract/threads'
import { changedReply, changesOf } from './optimistic'
import type { RoomState, ThreadReplies } from './state'

export const NO_REPLIES: ThreadReplies = {
  replies: [],
  synced: [],
  own: [],
  nextCursor: null,
  status: 'loading',
}

/** Of a thread that nobody has opened: the first to open it asks for its replies. */
const NOT_ASKED: ThreadReplies = { ...NO_REPLIES, status: 'failed' }

/** The replies with one more or a newer one. An older version of one that is known changes nothing. */
export function withReply(
  replies: readonly ReplyShape[],
  reply: ReplyShape,
): readonly ReplyShape[] {
  const at = replies.findIndex(({ id }) => id === reply.id)
  const known = replies[at]
  if (known) {
    return known.version > reply.version ? replies : replies.with(at, reply)
  }
  const after = replies.findIndex(({ id }) => id > reply.id)
  return after < 0 ? [...replies, reply] : replies.toSpliced(after, 0, reply)
}

/** The state after something became of a thread, if it is loaded. */
export function withThread(
  state: RoomState,
  threadId: string,
  change: (thread: ThreadReplies) => Partial<ThreadReplies>,
  from: ThreadReplies | undefined = state.threads.get(threadId),
): RoomState {
  if (!from) return state
  const { own, synced, ...rest } = { ...from, ...change(from) }
  const shown = synced.map((reply) =>
    changesOf(state.changes, reply.id).reduce(changedReply, reply),
  )
  const thread = { ...rest, own, synced, replies: own.reduce(withReply, shown) }
  return { ...state, threads: new Map(state.threads).set(threadId, thread) }
}

/** The state after the server told of a reply. */
export function withSyncedReply(state: RoomState, reply: ReplyShape): RoomState {
  return withThread(state, reply.threadId, ({ synced }) => ({ synced: withReply(synced, reply) }))
}

/** The state with a reply of one's own before the server knows it. */
export function withOwnReply(state: RoomState, reply: ReplyShape): RoomState {
  const thread = state.threads.get(reply.threadId) ?? NOT_ASKED
  return withThread(state, reply.threadId, ({ own }) => ({ own: withReply(own, reply) }), thread)
}

/** The state without a reply of one's own, which has arrived or will not be sent. */
export function withoutOwnReply(state: RoomState, threadId: string, id: string): RoomState {
  return withThread(state, threadId, ({ own }) => ({
    own: own.filter((reply) => reply.id !== id),
  }))
}

/** The state with a reply as it is to be shown now, after a change came or went. */
export function reshowingReply(state: RoomState, id: string): RoomState {
  for (const [threadId, { synced }] of state.threads) {
    if (synced.some((reply) => reply.id === id)) return withThread(state, threadId, () => ({}))
  }
  return state
}
