'use client'

import type { SyncState } from './draft-sync'

const WORDS: Readonly<Record<SyncState['status'], string>> = {
  saved: 'Draft saved',
  unsaved: 'Saving…',
  saving: 'Saving…',
  offline: 'Offline. Kept in this browser, and saved when you are back online.',
  failed: 'Not saved yet; kept in this browser.',
  conflict: 'Saved elsewhere as well: choose which it shall be.',
}

/** Whether what is written is safe. */
export function SyncLine({ state, begun }: { readonly state: SyncState; readonly begun: boolean }) {
  const { status, problem } = state
  const words = status === 'saved' && !begun ? '' : WORDS[status]
  return (
    <span className="meta sync-line" role="status" data-status={status}>
      {words}
      {status === 'failed' && problem !== null && ` ${problem}`}
    </span>
  )
}
