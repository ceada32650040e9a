'use client'

import { api } from '@/components/api-client'
import { Outcome, SettingsPart } from '@/components/people/settings-part'
import { useSaving } from '@/components/people/use-saving'
import { Button } from '@/components/ui/button'
import type { WatchKind } from '@/lib/notifications/contract'

export type WatchShown = {
  readonly kind: WatchKind
  readonly id: string
  readonly isMuted: boolean
  /** Null for what is not there any more. */
  readonly name: string | null
}

const KINDS: Readonly<Record<WatchKind, string>> = {
  reading: 'Reading',
  section: 'Section',
  thread: 'Thread',
  debate: 'Debate',
  person: 'Person',
}

/** What somebody watches or muted, each with a way to let it go. */
export function WatchList({ watches }: { readonly watches: readonly WatchShown[] }) {
  const { pending, done, problem, save } = useSaving()
  return (
    <SettingsPart
      id="watched"
      title="Watched and muted"
      about="Watch or mute a reading, a section, a thread or a person from their menus in the reading room."
    >
      {watches.length === 0 && <p className="meta">You watch nothing and muted nothing.</p>}
      <ul className="settings-list">
        {watches.map(({ kind, id, name, isMuted }) => (
          <li key={`${kind}/${id}`}>
            <span className="settings-fact" dir="auto">
              {name ?? 'Deleted, or no longer visible to you'}
              <span className="meta">
                {KINDS[kind]}, {isMuted ? 'muted' : 'watched'}
              </span>
            </span>
            <Button
              size="sm"
              disabled={pending}
              aria-label={`${isMuted ? 'Unmute' : 'Stop watching'} ${name ?? 'this'}`}
              onClick={() => save(() => api.notifications.unwatch({ kind, id }), 'Done.')}
            >
              {isMuted ? 'Unmute' : 'Stop watching'}
            </Button>
          </li>
        ))}
      </ul>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <Outcome done={done} />
    </SettingsPart>
  )
}
