import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Desk } from '@/components/moderation/desk/desk'
import { deskHref } from '@/components/moderation/desk-words'
import { accountOf } from '@/components/shell/account'
import { Header } from '@/components/shell/header'
import { SkipLinks } from '@/components/shell/skip-links'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { Forbidden } from '@/lib/errors'
import { orNotFound } from '@/lib/pages/found'
import { loadDesk } from '@/lib/pages/review'
import '../../../styles/review-item.css'
import '../../../styles/review.css'

export const metadata: Metadata = { title: 'Review' }

/** Where those who lead a group decide what waits in it. */
export default async function ReviewPage({
  params,
  searchParams,
}: PageProps<'/groups/[slug]/review'>) {
  const [{ slug }, query, actor] = await Promise.all([params, searchParams, currentActor()])
  const path = `/groups/${slug}/review`
  if (actor.kind === 'anonymous') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  const loaded = await orNotFound(
    loadDesk(actor, slug, query).catch((error) => {
      if (error instanceof Forbidden) return null
      throw error
    }),
  )
  return (
    <>
      <SkipLinks />
      <Header account={accountOf(actor)} current="groups" here={path} />
      <main id="main" tabIndex={-1}>
        {loaded === null ? (
          <EmptyState title="This is for those who lead the group">
            What waits for a decision is read by its moderators.
          </EmptyState>
        ) : (
          <Desk
            key={deskHref(slug, loaded.address)}
            me={{ id: actor.personId, name: actor.name }}
            madeAt={now().toISOString()}
            {...loaded}
          />
        )}
      </main>
    </>
  )
}
