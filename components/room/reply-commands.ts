// What a reader does to replies: shown at once, told to the server, taken back when it fails. No React.

import { notify } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { withNote } from './annotations'
import { orNotify } from './note-commands'
import { forgetOutgoing } from './outbox'
import { type Errand, resume, send } from './sending'
import type { RoomStore } from './store'
import { withOwnReply, withoutOwnReply } from './threads'

export type NewReply = {
  readonly threadId: string
  readonly parentId: string | null
  readonly body: { readonly value: Record<string, unknown>; readonly text: string }
}

/** Posts a reply: it stands in its thread at once, dimmed until it has arrived. `safe` is called when its draft is needed no more.
 * Resolves with null when it did not arrive at once. */
export function reply(
  room: RoomStore,
  made: NewReply,
  safe?: () => void,
): Promise<ReplyShape | null> {
  const id = newId()
  showOwn(room, id, made)
  return send(room, replyErrand(room, id, made, safe))
}

/** Shows a reply that an earlier page could not send; sends it unless the server had refused it. */
export function resumeReply(
  room: RoomStore,
  id: string,
  made: NewReply,
  refused: string | null,
): void {
  showOwn(room, id, made)
  resume(room, replyErrand(room, id, made), refused)
}

function showOwn(room: RoomStore, id: string, { threadId, parentId, body }: NewReply): void {
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
    moderation: null,
    reactions: [],
    can: { edit: false, delete: false, restore: false, flag: false, react: false },
  }
  room.dispatch((state) => withOwnReply(state, own))
}

function replyErrand(
  room: RoomStore,
  id: string,
  made: NewReply,
  safe?: () => void,
): Errand<ReplyShape> {
  const { threadId, parentId, body } = made
  const input = {
    id: threadId,
    parentId: parentId ?? undefined,
    body: { format: 'tiptap' as const, value: body.value },
  }
  return {
    item: { id, reply: { ...made } },
    ask: () => room.server.sendReply(input, id),
    arrived(answer) {
      room.dispatch((state) => withoutOwnReply(state, threadId, id))
      room.mergeReply(answer)
      bumped(room, threadId, answer)
    },
    safe,
  }
}

/** Gives up a reply that could not be sent. */
export function withdrawReply(room: RoomStore, { threadId, id }: ReplyShape): void {
  void forgetOutgoing(room.getState(), id)
  room.track(id, null)
  room.dispatch((state) => withoutOwnReply(state, threadId, id))
}

/** Saves what was changed. Rejects with the server's problem, a conflict with an edit elsewhere among them. */
export async function editReply(
  room: RoomStore,
  id: string,
  value: Record<string, unknown>,
  version: number,
): Promise<void> {
  room.mergeReply(await room.server.editReply(id, version, { format: 'tiptap', value }))
}

/** Deletes a reply; its place stays while others answer it. Can be undone for eight seconds. */
export async function removeReply(room: RoomStore, { id, threadId }: ReplyShape): Promise<void> {
  const gone = await orNotify(room.server.removeReply(id))
  if (!gone) return
  room.mergeReply(gone)
  const undo = async () => {
    const back = await orNotify(room.server.restoreReply(id))
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
  await orNotify(
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
