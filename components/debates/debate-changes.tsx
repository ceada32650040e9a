'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import { notify } from '@/components/ui/toast'
import { useNow } from '@/components/ui/use-now'
import type { ChangeShape } from '@/lib/debates/contract/debates'
import { useDebate, useDebateStore } from './debate-context'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

const WORDS: Readonly<Record<string, string>> = {
  moved: 'moved',
  linked: 'hung on another, too:',
  unlinked: 'took from one parent:',
  merged: 'merged into its like:',
  split: 'split in two:',
  archived: 'put away',
}

/** How the debate was rearranged, by whom, whether it concerns the reader, and the way back. */
export function DebateChanges() {
  const store = useDebateStore()
  const now = useNow()
  const id = useDebate(({ debate }) => debate.id)
  const [changes, setChanges] = useState<readonly ChangeShape[] | string | null>(null)
  const load = () =>
    debatesApi.debates.changes({ id, limit: 20 }).then(
      ({ items }) => setChanges(items),
      (error: unknown) => setChanges(reasonOf(error)),
    )
  const undo = async (changeId: string) => {
    try {
      await debatesApi.debates.undo({ id: changeId })
      await Promise.all([store.show(), load()])
      notify({ text: 'Taken back' })
    } catch (error) {
      notify({ text: reasonOf(error) })
    }
  }
  return (
    <details
      className="changes"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void load()
      }}
    >
      <summary className="meta">What was rearranged</summary>
      {typeof changes === 'string' && <p role="alert">{changes}</p>}
      {Array.isArray(changes) && changes.length === 0 && <p className="meta">Nothing so far.</p>}
      {changes !== null && typeof changes !== 'string' && (
        <ul>
          {changes.map(({ id: changeId, kind, summary, by, at, concernsMe, undone, can }) => (
            <li key={changeId}>
              <span>
                {by?.name ?? 'Somebody'} {WORDS[kind] ?? kind} “{summary}”
                {concernsMe && <b className="meta"> · concerns you</b>}
                {undone && <span className="meta"> · taken back</span>}
              </span>
              <Time className="when meta" at={at} now={now} />
              {can.undo && (
                <Button size="sm" variant="ghost" icon="undo" onClick={() => void undo(changeId)}>
                  Undo
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
