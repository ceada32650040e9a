import type { Metadata } from 'next'
import Link from 'next/link'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { unsubscribing } from '@/lib/auth/mail/unsubscribing'
import { currentActor } from '@/lib/auth/session'
import { only } from '@/lib/pages/found'

export const metadata: Metadata = { title: 'Unsubscribe' }

const KINDS = { 'at-once': 'emails about mentions and replies to you', digest: 'digest emails' }

/** Asks whether letters of a kind shall stop, and says that they have. Needs no signing in. */
export default async function UnsubscribePage({ searchParams }: PageProps<'/unsubscribe'>) {
  const params = await searchParams
  const token = only(params.token) ?? ''
  const asked = unsubscribing(token)
  const isDone = only(params.done) !== undefined
  return (
    <PageFrame account={accountOf(await currentActor())} here="/unsubscribe">
      <h1 className="page-title">{isDone ? 'You are unsubscribed' : 'Unsubscribe'}</h1>
      {isDone && (
        <p>
          You can turn them on again in your{' '}
          <Link href="/settings/notifications">notification settings</Link>.
        </p>
      )}
      {!isDone && asked && (
        <form method="post" action={`/api/unsubscribe?page=1&token=${encodeURIComponent(token)}`}>
          <p>Stop {KINDS[asked.kind]}? What you are told stays in your inbox.</p>
          <p>
            <button type="submit" className="btn btn-primary">
              Unsubscribe
            </button>
          </p>
        </form>
      )}
      {!isDone && !asked && (
        <p role="alert">
          This link is incomplete or no longer valid. Change what you get in your{' '}
          <Link href="/settings/notifications">notification settings</Link>.
        </p>
      )}
    </PageFrame>
  )
}
