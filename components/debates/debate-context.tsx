'use client'

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { listenerFor } from '@/components/room/listeners'
import type { RoomStore } from '@/components/room/store'
import type { DebateShape } from '@/lib/debates/contract/debates'
import { debateMessage } from '@/lib/debates/contract/shapes'
import { threadMessage } from '@/lib/threads/contract/threads'
import type { DebateState } from './debate-state'
import { DebateStore } from './debate-store'

const DebateContext = createContext<DebateStore | null>(null)

/** Holds one debate and keeps it live by the room's line. */
export function DebateProvider({
  debate,
  children,
}: {
  readonly debate: DebateShape
  readonly children: ReactNode
}) {
  const room = useRoomStore()
  const me = useRoom((state) => state.me?.id ?? null)
  const [store] = useState(() => new DebateStore(debate, me))
  useEffect(() => listen(room, store), [room, store])
  return <DebateContext value={store}>{children}</DebateContext>
}

function listen(room: RoomStore, store: DebateStore): () => void {
  // What is shown stays until the next message asks again.
  const refetch = () => void store.show().catch(() => {})
  const ofDebates = listenerFor(debateMessage, {
    hear: ({ debate }) => store.applyNews(debate),
    refetch,
  })
  const ofThreads = listenerFor(threadMessage, {
    hear: ({ threadId, thread }) => store.patchReplies(threadId, thread.replyCount),
    refetch: () => {}, // the debate is fetched with its counts above
  })
  const stops = [room.addListener(ofDebates), room.addListener(ofThreads)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** The store itself, for intentions. */
export function useDebateStore(): DebateStore {
  const store = useContext(DebateContext)
  if (!store) throw new Error('There is no debate around this component.')
  return store
}

/** A part of the debate. Select, never build. */
export function useDebate<Part>(select: (state: DebateState) => Part): Part {
  const store = useDebateStore()
  const part = () => select(store.getState())
  return useSyncExternalStore(store.subscribe, part, part)
}
