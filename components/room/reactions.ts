import type { ReactionShape } from '@/lib/threads/contract/posts'

/** The reactions after a reader gave this one or took it back. */
export function toggled(reactions: readonly ReactionShape[], emoji: string): ReactionShape[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji)
  if (!known) return [...reactions, { emoji, count: 1, mine: true }]
  return reactions.flatMap((reaction) => {
    if (reaction.emoji !== emoji) return [reaction]
    const count = reaction.count + (reaction.mine ? -1 : 1)
    return count === 0 ? [] : [{ emoji, count, mine: !reaction.mine }]
  })
}
