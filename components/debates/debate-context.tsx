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
import type { DebateShape } from '@/lib/debates/contract/debates'
import type { DebateState } from './debate-state'
import { DebateStore } from './debate-store'
import { hearRoom } from './hear-room'

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
  useEffect(() => hearRoom(room, store), [room, store])
  return <DebateContext value={store}>{children}</DebateContext>
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
