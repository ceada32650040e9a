import { resumeNote } from './note-commands'
import { keptOutgoing } from './outbox'
import { resumeReply } from './reply-commands'
import type { RoomStore } from './store'

/** Goes on with what an earlier page of this reading left behind. */
export async function resumeOutbox(room: RoomStore): Promise<void> {
  if (room.getState().me === null) return
  for (const { id, refused, note, reply } of await keptOutgoing(room.getState())) {
    if (room.getState().outgoing.has(id)) continue
    if (note) resumeNote(room, id, note, refused)
    else if (reply) resumeReply(room, id, reply, refused)
  }
}
