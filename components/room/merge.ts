// How what is known of a note and what is told of it become one. Versions order what an author wrote; how its thread stands has no
// version, so the later word counts, and a live message does not know what the reader himself has read or how he reacted.

import type { AnnotationShape } from '@/lib/annotations/contract'
import type { RoomState } from './state'

/** Where a note comes from: an answer of the server to this reader, or the live channel, which tells all readers alike. */
export type Source = 'answer' | 'live'

/** The note after being told of `incoming`. `seen`: as it is shown, where that says more of one's own reactions. */
export function mergedNote(
  known: AnnotationShape | undefined,
  incoming: AnnotationShape,
  source: Source,
  seen: AnnotationShape | undefined = known,
): AnnotationShape {
  if (!known) return incoming
  const newer =
    incoming.version >= known.version ? incoming : { ...incoming, ...writtenPart(known) }
  if (source === 'answer') return newer
  return {
    ...newer,
    unread: known.unread,
    reactions: withMine(newer.reactions, (seen ?? known).reactions),
  }
}

/**
 * The note as it stands in the text of this page. When another revision became the current one meanwhile, places are said of that one:
 * a note that is known here stays where it is, any other has no passage here.
 */
export function mergedHere(
  { syncedNotes, reading }: Pick<RoomState, 'syncedNotes' | 'reading'>,
  incoming: AnnotationShape,
  source: Source,
  seen?: AnnotationShape,
): AnnotationShape {
  const known = syncedNotes.get(incoming.id)
  return placedHere(mergedNote(known, incoming, source, seen), known, reading.revisionId)
}

/** The same for the notes of an answer. */
export function mergedAll(
  state: Pick<RoomState, 'syncedNotes' | 'reading'>,
  notes: readonly AnnotationShape[],
): AnnotationShape[] {
  return notes.map((note) => mergedHere(state, note, 'answer'))
}

/** A note, with the place that it has in the text of a page. */
export function placedHere(
  note: AnnotationShape,
  known: AnnotationShape | undefined,
  revisionId: string,
): AnnotationShape {
  if (note.place.revisionId === revisionId) return note
  if (!known) return { ...note, target: null }
  const { target, sectionId, place } = known
  return { ...note, target, sectionId, place }
}

/** Whether it is worth telling anybody: a note deleted without replies leaves nothing to show. */
export function leavesNothing(note: AnnotationShape): boolean {
  return note.deleted !== null && note.replyCount === 0
}

function writtenPart(note: AnnotationShape) {
  const { version, body, tags, kind, visibility, editedAt, author, can } = note
  const { deleted, moderation, locked } = note
  return {
    version,
    body,
    tags,
    kind,
    visibility,
    editedAt,
    author,
    can,
    deleted,
    moderation,
    locked,
  }
}

/** Reactions as counted for all, with what this reader knows of his own. */
export function withMine(
  told: AnnotationShape['reactions'],
  known: AnnotationShape['reactions'],
): AnnotationShape['reactions'] {
  const mine = new Set(known.filter((reaction) => reaction.mine).map(({ emoji }) => emoji))
  return told.map((reaction) => ({ ...reaction, mine: mine.has(reaction.emoji) }))
}
