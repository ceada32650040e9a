// Replies to replies as they are shown: indented to a depth of two; what answers deeper stands there too and says whom it answers.

import type { ReplyShape } from '@/lib/threads/contract/threads'

export const DEEPEST = 2

export type PlacedReply = {
  readonly reply: ReplyShape
  /** 0 to 2. */
  readonly depth: number
  /** Whom it answers, when the indent alone does not show it. */
  readonly answers: string | null
}

/** The replies in the order they are read: each after what it answers, oldest first. A deleted reply that nobody answers is left out. */
export function placedReplies(replies: readonly ReplyShape[]): readonly PlacedReply[] {
  const byId = new Map(replies.map((reply) => [reply.id, reply]))
  const answers = answersIn(replies, byId)
  const placed: PlacedReply[] = []
  const waiting = (answers.get(null) ?? []).map((reply) => ({ reply, level: 0 })).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { reply, level } = next
    const below = answers.get(reply.id) ?? []
    if (reply.deleted !== null && below.length === 0) continue
    const answered = level > DEEPEST ? byId.get(reply.parentId ?? '') : undefined
    placed.push({
      reply,
      depth: Math.min(level, DEEPEST),
      answers: answered?.author?.name ?? null,
    })
    for (const answer of below.toReversed()) waiting.push({ reply: answer, level: level + 1 })
  }
  return placed
}

/** What answers what; under null what answers the note itself, or something that is not loaded. */
function answersIn(
  replies: readonly ReplyShape[],
  byId: ReadonlyMap<string, ReplyShape>,
): ReadonlyMap<string | null, readonly ReplyShape[]> {
  const answers = new Map<string | null, ReplyShape[]>()
  for (const reply of replies) {
    const parent = byId.get(reply.parentId ?? '')?.id ?? null
    const others = answers.get(parent)
    if (others) others.push(reply)
    else answers.set(parent, [reply])
  }
  return answers
}

/** How many of the first replies are folded away at first: all but the last three of a run longer than four. */
export function foldedCount(count: number): number {
  return count > 4 ? count - 3 : 0
}
