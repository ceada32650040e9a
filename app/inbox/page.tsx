import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { inboxHref } from '@/components/notifications/inbox-address'
import { InboxView } from '@/components/notifications/inbox-view'
import { accountOf } from '@/components/shell/account'
import { Header } from '@/components/shell/header'
import { SkipLinks } from '@/components/shell/skip-links'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { loadInbox } from '@/lib/pages/inbox'
import '../styles/inbox-thread.css'
import '../styles/inbox.css'

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxPage({ searchParams }: PageProps<'/inbox'>) {
  const actor = await currentActor()
  if (actor.kind === 'anonymous') redirect('/sign-in?next=%2Finbox')
  const { address, groups, first } = await loadInbox(actor, await searchParams)
  const here = inboxHref(address)
  return (
    <>
      <SkipLinks />
      <Header account={accountOf(actor)} current="inbox" here={here} />
      <main id="main" tabIndex={-1}>
        <InboxView
          key={here}
          personId={actor.personId}
          address={address}
          groups={groups}
          first={first}
          madeAt={now().toISOString()}
        />
      </main>
    </>
  )
}
