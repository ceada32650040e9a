'use client'

import { useState } from 'react'
import { useDrafts } from '@/components/editor/use-drafts'
import { useRoomStore } from '@/components/room/context'
import { draftsPrefix, editDraftKey } from '@/components/room/room-drafts'

/** Where an edit begins; `draft`: it was begun before and is shown again, without taking the focus. */
export type EditPart = 'words' | 'tags' | 'draft'

/** An edit that was begun and not saved is open again with its note, until it is left. */
export function useEditing(postId: string) {
  const room = useRoomStore()
  const state = room.getState()
  const key = editDraftKey(state, postId)
  const unsaved = useDrafts(draftsPrefix(state)).some(([kept]) => kept === key)
  const [asked, setAsked] = useState<EditPart | null>(null)
  const begun = unsaved ? 'draft' : null
  const [wasLeft, setWasLeft] = useState(false)
  const editing = asked ?? (wasLeft ? null : begun)
  return {
    editing,
    unsaved,
    setEditing(part: EditPart | null) {
      setAsked(part)
      setWasLeft(part === null)
    },
  }
}

/** Leads back to an edit that was left. */
export function UnsavedLine({ onGoOn }: { readonly onGoOn: () => void }) {
  return (
    <p className="meta draft-line">
      Unsaved changes ·{' '}
      <button type="button" className="textlink" onClick={onGoOn}>
        Continue editing
      </button>
    </p>
  )
}
