'use client'

import { useState } from 'react'
import { useChange } from '@/components/groups/use-change'
import { notify } from '@/components/ui/toast'
import type { RosterPreviewShape } from '@/lib/rosters/contract'
import { rostersApi } from './rosters-api'

/** A list while it is looked at: what it would do is asked of the server, and it is done only as it was shown. */
export function useRoster(groupId: string) {
  const { pending, change } = useChange()
  const [list, setList] = useState('')
  const [preview, setPreview] = useState<RosterPreviewShape | null>(null)
  const ask = { id: groupId, list }

  return {
    list,
    preview,
    pending,
    write: (words: string) => {
      setList(words)
      setPreview(null)
    },
    look: () => change(async () => setPreview(await rostersApi.rosters.preview(ask))),
    add: (expected: { readonly added: number; readonly changed: number }) =>
      change(async () => {
        const roster = await rostersApi.rosters.add({ ...ask, expected })
        setList('')
        setPreview(null)
        notify({
          text: 'List added',
          action: { label: 'Undo', run: () => change(() => undo(groupId, roster.id)) },
        })
      }),
  }
}

/** Takes a list back and says so. */
export async function undo(groupId: string, rosterId: string): Promise<void> {
  await rostersApi.rosters.undo({ id: groupId, rosterId })
  notify({ text: 'List taken back. Whoever has joined stays.' })
}
