import type { ReactionShape } from '@/lib/threads/contract/posts'

/** The reactions when this reader has given one, or has not. Nothing changes where that is so already. */
export function withReaction(
  reactions: readonly ReactionShape[],
  emoji: string,
  given: boolean,
): ReactionShape[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji)
  if (!known) return given ? [...reactions, { emoji, count: 1, mine: true }] : [...reactions]
  if (known.mine === given) return [...reactions]
  return reactions.flatMap((reaction) => {
    if (reaction.emoji !== emoji) return [reaction]
    const count = reaction.count + (given ? 1 : -1)
    return count === 0 ? [] : [{ emoji, count, mine: given }]
  })
}
