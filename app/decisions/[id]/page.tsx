import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DecisionView } from '@/components/moderation/decision-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { orNotFound } from '@/lib/pages/found'
import { loadDecision } from '@/lib/pages/moderation'
import '../../styles/moderation.css'

export const metadata: Metadata = { title: 'What was decided' }

/** What an author is told of a decision, and where they appeal. */
export default async function DecisionPage({ params }: PageProps<'/decisions/[id]'>) {
  const [{ id }, actor] = await Promise.all([params, currentActor()])
  const here = `/decisions/${id}`
  if (actor.kind === 'anonymous') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  const { decision, group } = await orNotFound(loadDecision(actor, id))
  return (
    <PageFrame account={accountOf(actor)} here={here}>
      <DecisionView decision={decision} group={group} />
    </PageFrame>
  )
}
