// What a reader does to replies: shown at once, told to the server, taken back when it fails. No React.

import { api } from '@/components/api-client'
import { notify } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { told } from './note-commands'
import { toggled } from './reactions'
import { send } from './sending'
import type { RoomStore } from './store'

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
  room.mergeReply({
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
  })
  const input = {
    id: threadId,
    parentId: parentId ?? undefined,
    body: { format: 'tiptap' as const, value: body.value },
  }
  return send(room, id, {
    ask: () => api.threads.reply(input, { context: { idempotencyKey: id } }),
    arrived(made) {
      room.dropReply(threadId, id)
      room.mergeReply(made)
      bumped(room, threadId, made)
      arrived?.()
    },
  })
}

/** Gives up a reply that could not be sent. */
export function withdrawReply(room: RoomStore, { threadId, id }: ReplyShape): void {
  room.track(id, null)
  room.dropReply(threadId, id)
}

/** Deletes a reply; its place stays while others answer it. Can be undone for eight seconds. */
export async function removeReply(room: RoomStore, { id, threadId }: ReplyShape): Promise<void> {
  const gone = await told(api.threads.removeReply({ id }))
  if (!gone) return
  room.mergeReply(gone)
  const undo = async () => {
    const back = await told(api.threads.restoreReply({ id }))
    if (back) room.mergeReply({ ...back, threadId })
  }
  notify({ text: 'Reply deleted', action: { label: 'Undo', run: () => void undo() } })
}

/** Gives a reaction, or takes it back. */
export async function reactToReply(
  room: RoomStore,
  reply: ReplyShape,
  emoji: string,
): Promise<void> {
  const { id, reactions } = reply
  const mine = reactions.some((reaction) => reaction.mine && reaction.emoji === emoji)
  room.mergeReply({ ...reply, reactions: toggled(reactions, emoji) })
  const ask = mine
    ? api.threads.unreactToReply({ id, emoji })
    : api.threads.reactToReply({ id, emoji })
  if (!(await told(ask.then(() => true)))) room.mergeReply(reply)
}

// One's own reply is no news to oneself.
function bumped(room: RoomStore, threadId: string, { id, createdAt }: ReplyShape): void {
  const note = room.getState().notes.get(threadId)
  // The live channel may have told of it already, with the count that is true for all.
  if (!note || note.lastPostId >= id) return
  room.patchNote(threadId, {
    replyCount: note.replyCount + 1,
    lastPostId: id,
    lastActivityAt: createdAt,
  })
}
