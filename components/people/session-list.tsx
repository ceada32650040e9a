'use client'

import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { SessionShape } from '@/lib/people/contract/people'
import { deviceWords } from '@/lib/people/device'
import { Outcome, SettingsPart } from './settings-part'
import { useSaving } from './use-saving'

type SessionListProps = { readonly sessions: readonly SessionShape[]; readonly now: Date }

/** Where one is signed in, and how to end it. */
export function SessionList({ sessions, now }: SessionListProps) {
  const { pending, done, problem, save } = useSaving()
  const others = sessions.filter(({ current }) => !current)

  return (
    <SettingsPart
      id="sessions"
      title="Where you are signed in"
      about="End what you do not know. It stops at its next step."
    >
      <ul className="settings-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <span className="settings-fact">
              <span className="strong">{deviceWords(session.userAgent)}</span>
              <span className="meta">
                {session.current ? (
                  'This browser'
                ) : (
                  <>
                    Last used <Time at={session.lastUsedAt} now={now} />
                  </>
                )}
                {session.address !== 'unknown' && (
                  <span className="dot-sep">{session.address}</span>
                )}
              </span>
            </span>
            {!session.current && (
              <Button
                size="sm"
                disabled={pending}
                aria-label={`End ${deviceWords(session.userAgent)}, ${session.address}`}
                onClick={() => save(() => api.people.endSession({ id: session.id }), 'Ended.')}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="row row-3 settings-foot">
        {others.length > 1 && (
          <Button
            disabled={pending}
            onClick={() => save(() => api.people.endOtherSessions(), 'All others were ended.')}
          >
            End all others
          </Button>
        )}
        <Outcome done={problem ?? done} />
      </div>
    </SettingsPart>
  )
}
