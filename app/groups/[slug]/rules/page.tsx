import type { Metadata } from 'next'
import Link from 'next/link'
import { RulesForm } from '@/components/moderation/rules-form'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'
import { orNotFound } from '@/lib/pages/found'
import { loadRules } from '@/lib/pages/moderation'
import '../../../styles/moderation.css'

export const metadata: Metadata = { title: 'Rules' }

/** What a group asks of those who write in it; each rule has a number that decisions cite. */
export default async function RulesPage({ params }: PageProps<'/groups/[slug]/rules'>) {
  const [{ slug }, actor] = await Promise.all([params, currentActor()])
  const { group, rules, mayChange } = await orNotFound(loadRules(actor, slug))
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/groups/${slug}/rules`}>
      <p className="meta">
        <Link href={`/groups/${slug}`}>{group.name}</Link>
      </p>
      <h1 className="page-title">Rules</h1>
      {rules.rules.length === 0 ? (
        <EmptyState title="No rules yet">
          {mayChange ? 'Write the first below.' : 'Its owner has written none.'}
        </EmptyState>
      ) : (
        <ol className="rules">
          {rules.rules.map((rule) => (
            <li key={rule} dir="auto">
              {rule}
            </li>
          ))}
        </ol>
      )}
      {mayChange && <RulesForm groupId={group.id} start={rules} />}
    </PageFrame>
  )
}
