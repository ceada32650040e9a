'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { DraftSync, type Snapshot } from './draft-sync'
import { keptIn } from './tracking'

/** Keeps what an editor holds, from when it is there to when the page is left. */
export function useDraftSync(
  place: { readonly id: string; readonly baseRevisionId: string; readonly key: string },
  version: number,
) {
  const editor = useRef<Editor | null>(null)
  const [sync] = useState(() => new DraftSync(place, version, () => snapshotOf(editor.current)))
  const state = useSyncExternalStore(sync.subscribe, sync.getState, sync.getState)
  useEffect(() => {
    const leave = () => sync.leave()
    const back = () => sync.back()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', back)
      sync.stop()
    }
  }, [sync])
  return {
    sync,
    state,
    /** The editor is there; `unsaved`: with words that the server does not have yet. */
    follow: (made: Editor, unsaved: boolean) => {
      editor.current = made
      if (unsaved) sync.changed()
    },
    words: () => snapshotOf(editor.current),
  }
}

function snapshotOf(editor: Editor | null): Snapshot | null {
  if (!editor) return null
  const edits = keptIn(editor.state).map(([from, to, length]): [number, number, number] => [
    from,
    to,
    length,
  ])
  return { doc: editor.getJSON(), text: editor.getText(), edits }
}
