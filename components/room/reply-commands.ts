// What a reader does to replies: shown at once, told to the server, taken back when it fails. No React.

import { notify } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { withNote } from './annotations'
import { told } from './note-commands'
import { send } from './sending'
import type { RoomStore } from './store'
import { withOwnReply, withoutOwnReply } from './threads'

export type NewReply = {
  readonly threadId: string
  readonly parentId: string | null
  readonly body: { readonly value: Record<string, unknown>; readonly text: string }
}

/** Posts a reply: it stands in its thread at once, dimmed until it has arrived. Resolves with null when it did not. */
export function reply(
  room: RoomStore,
  { threadId, parentId, body }: NewReply,
  arrived?: () => void,
): Promise<ReplyShape | null> {
  const id = newId()
  const own: ReplyShape = {
    id,
    threadId,
    parentId,
    author: room.getState().me,
    body: { format: 'tiptap', ...body },
    version: 0,
    createdAt: new Date().toISOString(),
    editedAt: null,
    deleted: null,
    reactions: [],
    can: { edit: false, delete: false, restore: false, react: false },
  }
  room.dispatch((state) => withOwnReply(state, own))
  const input = {
    id: threadId,
    parentId: parentId ?? undefined,
    body: { format: 'tiptap' as const, value: body.value },
  }
  return send(room, id, {
    ask: () => room.server.sendReply(input, id),
    arrived(made) {
      room.dispatch((state) => withoutOwnReply(state, threadId, id))
      room.mergeReply(made)
      bumped(room, threadId, made)
      arrived?.()
    },
  })
}

/** Gives up a reply that could not be sent. */
export function withdrawReply(room: RoomStore, { threadId, id }: ReplyShape): void {
  room.track(id, null)
  room.dispatch((state) => withoutOwnReply(state, threadId, id))
}

/** Deletes a reply; its place stays while others answer it. Can be undone for eight seconds. */
export async function removeReply(room: RoomStore, { id, threadId }: ReplyShape): Promise<void> {
  const gone = await told(room.server.removeReply(id))
  if (!gone) return
  room.mergeReply(gone)
  const undo = async () => {
    const back = await told(room.server.restoreReply(id))
    if (back) room.mergeReply({ ...back, threadId })
  }
  notify({ text: 'Reply deleted', action: { label: 'Undo', run: () => void undo() } })
}

/** Gives a reaction, or takes it back. */
export async function reactToReply(
  room: RoomStore,
  { id, reactions }: Pick<ReplyShape, 'id' | 'reactions'>,
  emoji: string,
): Promise<void> {
  const given = !reactions.some((reaction) => reaction.mine && reaction.emoji === emoji)
  await told(
    room.change(id, { kind: 'reaction', emoji, given }, () =>
      room.server.react('reply', id, emoji, given),
    ),
  )
}

// One's own reply is no news to oneself.
function bumped(room: RoomStore, threadId: string, { id, createdAt }: ReplyShape): void {
  const note = room.getState().syncedNotes.get(threadId)
  // The live channel may have told of it already, with the count that is true for all.
  if (!note || note.lastPostId >= id) return
  const replyCount = note.replyCount + 1
  room.dispatch((state) =>
    withNote(state, { ...note, replyCount, lastPostId: id, lastActivityAt: createdAt }),
  )
}
