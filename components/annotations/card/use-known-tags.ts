'use client'

import { useEffect, useState } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import type { RoomState } from '@/components/room/state'
import { isSameTag, TAG_LENGTH_MAXIMUM, tidyTag } from '@/lib/annotations/tags'

const PAUSE_MS = 150

/** Tags to offer for what is written: those of the group, asked for once one begins, then those of the notes on this page. */
export function useKnownTags(written: string, asking: boolean): readonly string[] {
  const room = useRoomStore()
  const loaded = useRoom(tagsLoaded)
  const [asked, setAsked] = useState<readonly string[]>([])
  const begun = tidyTag(written.split(',').at(-1) ?? '')
  useEffect(() => {
    if (!asking || begun.length > TAG_LENGTH_MAXIMUM) return
    let away = false
    const ask = () =>
      room.server.tags(begun).then(
        (tags) => {
          if (!away) setAsked(tags)
        },
        // Without a line those of this page do.
        () => {},
      )
    const pause = setTimeout(ask, PAUSE_MS)
    return () => {
      away = true
      clearTimeout(pause)
    }
  }, [room, begun, asking])
  return [...asked, ...loaded.filter((tag) => !asked.some((other) => isSameTag(tag, other)))]
}

const tagsOfNotes = new WeakMap<RoomState['notes'], readonly string[]>()

/** The tags of the notes that are loaded, each once, the most used first. */
function tagsLoaded({ notes }: Pick<RoomState, 'notes'>): readonly string[] {
  const found = tagsOfNotes.get(notes)
  if (found) return found
  const counts = new Map<string, { tag: string; count: number }>()
  for (const { tags } of notes.values()) {
    for (const tag of tags) {
      const key = tidyTag(tag).toLowerCase()
      counts.set(key, { tag, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  const known = [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ tag }) => tag)
  tagsOfNotes.set(notes, known)
  return known
}
