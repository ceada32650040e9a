// The replies of one thread as far as they are loaded, and how changes are merged into them.

import type { ReplyShape } from '@/lib/threads/contract/threads'

export type ThreadReplies = {
  /** Oldest first. */
  readonly replies: readonly ReplyShape[]
  /** Null: all are loaded. */
  readonly nextCursor: string | null
  readonly status: 'loading' | 'ready' | 'failed'
}

export const NO_REPLIES: ThreadReplies = { replies: [], nextCursor: null, status: 'loading' }

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
