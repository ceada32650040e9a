// What a reader says of the place of a note: told to the server, shown when it has answered, taken back by a press. No React.

import { notify } from '@/components/ui/toast'
import type { AnnotationShape } from '@/lib/annotations/contract'
import type { PlaceInput } from '@/lib/annotations/contract/anchors'
import { orNotify } from './note-commands'
import type { Passage } from './state'
import type { RoomStore } from './store'

/** It is where it belongs. */
export function confirmPlace(room: RoomStore, note: AnnotationShape): Promise<void> {
  return decide(room, note.id, { kind: 'confirmed' }, 'The place is confirmed')
}

/** It stays without a passage: on its section, or on the whole reading. */
export function keepWithoutPassage(room: RoomStore, note: AnnotationShape): Promise<void> {
  const words = note.sectionId === null ? 'Kept on the whole reading' : 'Kept on the section'
  return decide(room, note.id, { kind: 'section' }, words)
}

/** It belongs to another passage. */
export async function putOn(
  room: RoomStore,
  id: string,
  { start, end, exact }: Passage,
): Promise<void> {
  room.choosePlace(null)
  const target = { start, end, exact }
  await decide(room, id, { kind: 'passage', target }, 'The note stands here now')
  if (room.getState().notes.get(id)?.target) await room.visit(id)
}

/** It stands again where it was found by itself. */
export async function takePlaceBack(room: RoomStore, id: string): Promise<void> {
  const note = await orNotify(room.server.unplace(id))
  if (note) arrived(room, note)
}

async function decide(
  room: RoomStore,
  id: string,
  choice: PlaceInput,
  words: string,
): Promise<void> {
  const { revisionId } = room.getState().reading
  const note = await orNotify(room.server.place(id, { ...choice, revisionId }))
  if (!note) return
  arrived(room, note)
  notify({
    id: 'place-decided',
    text: words,
    action: { label: 'Undo', run: () => void takePlaceBack(room, id) },
  })
}

function arrived(room: RoomStore, note: AnnotationShape): void {
  room.mergeNote(note)
  room.recount()
}
