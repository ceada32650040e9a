// How what is known of a note and what is told of it become one. Versions order what an author wrote; how its thread stands has no
// version, so the later word counts, and a live message does not know what the reader himself has read or how he reacted.

import type { AnnotationShape } from '@/lib/annotations/contract'

/** Where a note comes from: an answer of the server to this reader, or the live channel, which tells all readers alike. */
export type Source = 'answer' | 'live'

/** The note after being told of `incoming`. */
export function mergedNote(
  known: AnnotationShape | undefined,
  incoming: AnnotationShape,
  source: Source,
): AnnotationShape {
  if (!known) return incoming
  const newer =
    incoming.version >= known.version ? incoming : { ...incoming, ...writtenPart(known) }
  if (source === 'answer') return newer
  return {
    ...newer,
    unread: known.unread,
    reactions: withMine(newer.reactions, known.reactions),
  }
}

/** Whether it is worth telling anybody: a note deleted without replies leaves nothing to show. */
export function leavesNothing(note: AnnotationShape): boolean {
  return note.deleted !== null && note.replyCount === 0
}

function writtenPart(note: AnnotationShape) {
  const { version, body, tags, kind, visibility, editedAt, deleted, author, can } = note
  return { version, body, tags, kind, visibility, editedAt, deleted, author, can }
}

/** Reactions as counted for all, with what this reader knows of his own. */
export function withMine(
  told: AnnotationShape['reactions'],
  known: AnnotationShape['reactions'],
): AnnotationShape['reactions'] {
  const mine = new Set(known.filter((reaction) => reaction.mine).map(({ emoji }) => emoji))
  return told.map((reaction) => ({ ...reaction, mine: mine.has(reaction.emoji) }))
}
