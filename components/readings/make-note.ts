import { highlight } from '@/components/annotations/note-commands'
import type { NoteKind, Passage } from '@/components/annotations/room-state'
import type { RoomStore } from '@/components/annotations/room-store'

/** Makes something of a passage: a highlight stands at once, everything else opens the composer. The selection is done with. */
export function makeNote(room: RoomStore, kind: NoteKind, target: Passage): void {
  if (kind === 'highlight') void highlight(room, target)
  else room.compose({ target, sectionId: null, kind })
  document.getSelection()?.removeAllRanges()
}
