'use client'

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { carryOwn } from './own-line'
import { apiServer } from './server'
import type { RoomStart, RoomState } from './state'
import { RoomStore } from './store'

const RoomContext = createContext<RoomStore | null>(null)

/** Holds the room of one reading on one shelf and keeps it live. Give it a key of reading and group. */
export function RoomProvider({
  start,
  children,
}: {
  readonly start: RoomStart
  readonly children: ReactNode
}) {
  const [room] = useState(() => new RoomStore(start, apiServer(start)))
  useEffect(() => keepLive(room), [room])
  return <RoomContext value={room}>{children}</RoomContext>
}

// What a live room needs is more than what a page needs to be read, so it comes behind it.
function keepLive(room: RoomStore): () => void {
  let close: (() => void) | null = null
  let isLeft = false
  const leaveOwn = carryOwn()
  import('./stream').then(
    ({ openStream }) => {
      if (!isLeft) close = openStream(room)
    },
    () => room.hear({ connection: 'offline' }),
  )
  return () => {
    isLeft = true
    leaveOwn()
    close?.()
  }
}

/** The store itself, for intentions. Never renders anything anew. */
export function useRoomStore(): RoomStore {
  const room = useContext(RoomContext)
  if (!room) throw new Error('There is no reading room around this component.')
  return room
}

/** The store of the page, or null on a page that is no reading room. */
export function useRoomStoreIfAny(): RoomStore | null {
  return useContext(RoomContext)
}

/** A part of the room's state. Renders anew only when what `select` gives is another value (by ===): select, never build. */
export function useRoom<Part>(select: (state: RoomState) => Part): Part {
  const room = useRoomStore()
  const part = () => select(room.getState())
  return useSyncExternalStore(room.subscribe, part, part)
}
