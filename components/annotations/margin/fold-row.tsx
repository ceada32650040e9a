'use client'

import { useRoom, useRoomStore } from '@/components/room/context'
import type { RoomState } from '@/components/room/state'
import type { Fold } from './margin-density'

/** Stands for notes that found no room beside their lines; opens them as a list. */
export function FoldRow({ fold: { after, ids } }: { readonly fold: Fold }) {
  const room = useRoomStore()
  const crowded = useRoom((state) => isCrowded(state, ids))
  const open = () => {
    const { notes } = room.getState()
    const targets = [after, ...ids].flatMap((id) => notes.get(id)?.target ?? [])
    const from = Math.min(...targets.map(({ start }) => start))
    const to = Math.max(...targets.map(({ start }) => start)) + 1
    room.showPanel({ on: 'range', from, to })
  }
  return (
    <button type="button" className="note compact fold" onClick={open}>
      {crowded ? 'More notes on these lines' : `${ids.length} more notes on these lines`}
    </button>
  )
}

function isCrowded({ crowded, notes }: RoomState, ids: readonly string[]): boolean {
  const first = notes.get(ids[0] ?? '')?.target?.start ?? 0
  const last = notes.get(ids.at(-1) ?? '')?.target?.start ?? 0
  return crowded.some(({ from, to }) => from <= last && to >= first)
}
