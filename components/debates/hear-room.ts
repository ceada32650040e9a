// How an open debate hears what happens: over the line of the room it is shown in.

import { listenerFor } from '@/components/room/listeners'
import type { RoomStore } from '@/components/room/store'
import { debateMessage } from '@/lib/debates/contract/shapes'
import { threadMessage } from '@/lib/threads/contract/threads'
import type { DebateStore } from './debate-store'

/** Keeps a debate as its room hears it. Returns how to stop that. */
export function hearRoom(room: Pick<RoomStore, 'addListener'>, store: DebateStore): () => void {
  // What is shown stays until the next message asks again.
  const refetch = () => void store.show().catch(() => {})
  const ofDebates = listenerFor(debateMessage, {
    hear: ({ debate }) => store.applyNews(debate),
    refetch,
  })
  const ofThreads = listenerFor(threadMessage, {
    hear: ({ threadId, thread: { replyCount, lastPostId } }) =>
      store.patchThread(threadId, { replyCount, lastPostId }),
    refetch: () => {}, // the debate is fetched with its counts above
  })
  const stops = [room.addListener(ofDebates), room.addListener(ofThreads)]
  return () => {
    for (const stop of stops) stop()
  }
}
