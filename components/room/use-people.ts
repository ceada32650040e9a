'use client'

import { useCallback } from 'react'
import type { PeopleFor } from '@/components/editor/post-extensions'
import { useRoomStore } from './context'

/** Whom one may mention here: the people who may see what is written. */
export function usePeople(): PeopleFor {
  const room = useRoomStore()
  return useCallback(
    async (words) => {
      try {
        return await room.server.people(words)
      } catch {
        // Without a line there is nobody to offer; the name can be written by hand.
        return []
      }
    },
    [room],
  )
}
