import { highlight } from '@/components/room/note-commands'
import { putOn } from '@/components/room/place-commands'
import type { NoteKind, Passage } from '@/components/room/state'
import type { RoomStore } from '@/components/room/store'

/** Makes something of a passage: a highlight stands at once, everything else opens the composer; while the place of a note
 * is being chosen, this is it. The selection is done with. */
export function makeNote(room: RoomStore, kind: NoteKind, target: Passage): void {
  const { placing } = room.getState()
  if (placing !== null) void putOn(room, placing, target)
  else if (kind === 'highlight') void highlight(room, target)
  else room.compose({ target, sectionId: null, kind })
  document.getSelection()?.removeAllRanges()
}
