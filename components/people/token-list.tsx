'use client'

import Link from 'next/link'
import { useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { TokenShape } from '@/lib/people/contract/people'
import { NewToken } from './new-token'
import { Outcome, SettingsPart } from './settings-part'
import { TokenForm } from './token-form'
import { useSaving } from './use-saving'

type TokenListProps = { readonly tokens: readonly TokenShape[]; readonly now: Date }

/** One's API tokens: what there are, a new one, and how to take one back. */
export function TokenList({ tokens, now }: TokenListProps) {
  const { pending, done, problem, save } = useSaving()
  const [secret, setSecret] = useState<string | null>(null)

  return (
    <SettingsPart
      id="tokens"
      title="API tokens"
      about={
        <>
          For programs that read and write in your name.{' '}
          <Link href="/docs/api">What they can do</Link>
        </>
      }
    >
      {tokens.length > 0 && (
        <ul className="settings-list">
          {tokens.map((token) => (
            <li key={token.id}>
              <span className="settings-fact">
                <span className="strong">{token.name}</span>
                <span className="meta">
                  {token.scopes.includes('write') ? 'Reads and writes' : 'Reads'}
                  <span className="dot-sep">
                    <LastUse token={token} now={now} />
                  </span>
                  {token.expiresAt !== null && (
                    <span className="dot-sep">
                      {new Date(token.expiresAt) <= now ? 'expired on ' : 'ends on '}
                      <time dateTime={token.expiresAt}>{dayOf(token.expiresAt)}</time>
                    </span>
                  )}
                </span>
              </span>
              <Button
                size="sm"
                disabled={pending}
                aria-label={`Revoke ${token.name}`}
                onClick={() => save(() => api.people.revokeToken({ id: token.id }), 'Revoked.')}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      {secret !== null && <NewToken secret={secret} onPutAway={() => setSecret(null)} />}
      <TokenForm onMade={setSecret} />
      <Outcome done={problem ?? done} />
    </SettingsPart>
  )
}

function LastUse({ token, now }: { readonly token: TokenShape; readonly now: Date }) {
  if (token.lastUsedAt === null) return 'never used'
  return (
    <>
      last used <Time at={token.lastUsedAt} now={now} />
    </>
  )
}

// The same for server and browser, wherever they stand.
const DAYS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

function dayOf(moment: string): string {
  return DAYS.format(new Date(moment))
}
