'use client'

import type { ReactionShape } from '@/lib/threads/contract/posts'
import { ReactionPicker } from './reaction-picker'

/** The reactions to a post, each a switch of one's own, and a way to give another. */
export function Reactions({
  reactions,
  may,
  onReact,
}: {
  readonly reactions: readonly ReactionShape[]
  readonly may: boolean
  readonly onReact: (emoji: string) => void
}) {
  if (reactions.length === 0) return null
  return (
    <div className="reactions">
      {reactions.map(({ emoji, count, mine }) => (
        <button
          key={emoji}
          type="button"
          className="reaction"
          aria-pressed={mine}
          disabled={!may}
          onClick={() => onReact(emoji)}
        >
          <span aria-hidden="true">{emoji}</span>
          <span className="num">{count}</span>
          <span className="vh">{emoji} reactions</span>
        </button>
      ))}
      {may && <ReactionPicker onPick={onReact} />}
    </div>
  )
}
