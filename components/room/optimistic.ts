// What this reader did and the server has not answered yet. It stands apart from what the server said; what is shown is both together.
// When a change fails it is dropped, and everything that others did meanwhile is still there: no older state is ever put back.

import type { AnnotationShape } from '@/lib/annotations/contract'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { withReaction } from './reactions'

export type Change =
  | { readonly kind: 'reaction'; readonly emoji: string; readonly given: boolean }
  | { readonly kind: 'resolution'; readonly resolution: AnnotationShape['resolution'] }
  /** Everything up to this post has been read. */
  | { readonly kind: 'read'; readonly lastReadId: string }

export type PendingChange = {
  readonly id: string
  /** The annotation or reply that it changes. */
  readonly subjectId: string
  readonly change: Change
}

/** An annotation after a change; the same one where it says nothing new. */
export function changedAnnotation(note: AnnotationShape, change: Change): AnnotationShape {
  switch (change.kind) {
    case 'reaction':
      return {
        ...note,
        reactions: withReaction(note.reactions, change.emoji, change.given),
      }
    case 'resolution':
      return { ...note, resolution: change.resolution }
    case 'read':
      return note.lastPostId > change.lastReadId ? note : { ...note, unread: false }
  }
}

/** A reply after a change. Threads alone are resolved and read. */
export function changedReply(reply: ReplyShape, change: Change): ReplyShape {
  if (change.kind !== 'reaction') return reply
  return { ...reply, reactions: withReaction(reply.reactions, change.emoji, change.given) }
}

/** The changes of one annotation or reply, in the order they were made. */
export function changesOf(changes: readonly PendingChange[], subjectId: string): Change[] {
  return changes.filter((one) => one.subjectId === subjectId).map(({ change }) => change)
}
