import type { Metadata } from 'next'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Nothing here' }

export default async function NotFoundPage() {
  const actor = await currentActor()
  return (
    <PageFrame account={accountOf(actor)}>
      <EmptyState
        level={1}
        title="There is nothing here, or nothing that you may see"
        actions={
          <ButtonLink look="primary" href="/">
            Go to the library
          </ButtonLink>
        }
      >
        {actor.kind === 'anonymous'
          ? 'The address may be mistyped, or it belongs to a group that is not open to everyone. If you are in that group, sign in.'
          : 'The address may be mistyped, or it belongs to a group that you are not in. Whoever sent it can invite you.'}
      </EmptyState>
    </PageFrame>
  )
}
