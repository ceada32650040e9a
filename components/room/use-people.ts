'use client'

import { useCallback } from 'react'
import { api } from '@/components/api-client'
import type { PeopleFor } from '@/components/editor/post-extensions'
import { useRoom } from './context'

/** Whom one may mention here: the people who may see what is written. */
export function usePeople(): PeopleFor {
  const id = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id)
  return useCallback(
    async (q) => {
      try {
        return (await api.readings.people({ id, groupId, q })).items
      } catch {
        // Without a line there is nobody to offer; the name can be written by hand.
        return []
      }
    },
    [id, groupId],
  )
}
