import type { Metadata } from 'next'
import Link from 'next/link'
import { LogView } from '@/components/moderation/log-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'
import { Forbidden, Unauthenticated } from '@/lib/errors'
import { only, orNotFound } from '@/lib/pages/found'
import { loadLog } from '@/lib/pages/moderation'
import '../../../styles/moderation.css'

export const metadata: Metadata = { title: 'Moderation log' }

/** What was decided in a group, for those to whom it shows that. */
export default async function LogPage({ params, searchParams }: PageProps<'/groups/[slug]/log'>) {
  const [{ slug }, query, actor] = await Promise.all([params, searchParams, currentActor()])
  const loaded = await orNotFound(
    loadLog(actor, slug, only(query.cursor)).catch((error) => {
      if (error instanceof Forbidden || error instanceof Unauthenticated) return null
      throw error
    }),
  )
  const here = `/groups/${slug}/log`
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={here}>
      <h1 className="page-title">Moderation log</h1>
      {loaded === null ? (
        <EmptyState title="This group keeps its log to those who lead it">
          Its owner can show it to members.
        </EmptyState>
      ) : (
        <>
          <p className="meta">
            <Link href={`/groups/${slug}`}>{loaded.group.name}</Link>
            {' · '}
            <Link href={`/groups/${slug}/rules`}>Rules</Link>
            {' · '}
            <a href={`/api/v1/groups/${loaded.group.id}/moderation-log.csv`}>As CSV</a>
          </p>
          <LogView lines={loaded.lines} />
          {loaded.nextCursor && (
            <p>
              <Link href={`${here}?cursor=${encodeURIComponent(loaded.nextCursor)}`}>Earlier</Link>
            </p>
          )}
        </>
      )}
    </PageFrame>
  )
}
