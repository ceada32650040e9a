import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { NameForm } from '@/components/people/name-form'
import { PasswordForm } from '@/components/people/password-form'
import { SessionList } from '@/components/people/session-list'
import { TokenList } from '@/components/people/token-list'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor, currentSessionId } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { presentMe, presentSession, presentToken } from '@/lib/people/present'
import { mySessions, myself, myTokens } from '@/lib/people/queries'
import '../styles/settings.css'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const actor = await currentActor()
  if (actor.kind === 'anonymous') redirect('/sign-in?next=%2Fsettings')
  const at = now()
  const [me, sessions, tokens, sessionId] = await Promise.all([
    myself(actor).then(presentMe),
    mySessions(actor, at),
    myTokens(actor),
    currentSessionId(),
  ])
  return (
    <PageFrame account={accountOf(actor)} here="/settings" className="settings">
      <header className="settings-head">
        <h1 className="page-title">Settings</h1>
        <p className="muted">
          {me.email} · <Link href="/settings/notifications">Notifications</Link> ·{' '}
          <Link href="/sign-out">Sign out</Link>
        </p>
      </header>
      <NameForm name={me.name} />
      <PasswordForm hasPassword={me.hasPassword} email={me.email} />
      <SessionList sessions={sessions.map((row) => presentSession(row, sessionId))} now={at} />
      <TokenList tokens={tokens.map(presentToken)} now={at} />
    </PageFrame>
  )
}
