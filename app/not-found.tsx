import type { Metadata } from 'next'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { SignInLink } from '@/components/shell/sign-in-link'
import { ButtonLink } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor, currentPath } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Nothing here' }

export default async function NotFoundPage() {
  const actor = await currentActor()
  const here = await currentPath()
  return (
    <PageFrame account={accountOf(actor)} here={here}>
      <EmptyState
        level={1}
        title="There is nothing here, or nothing that you may see"
        actions={
          <>
            {actor.kind === 'anonymous' && (
              <SignInLink className={buttonClass({ variant: 'primary' })} here={here}>
                Sign in
              </SignInLink>
            )}
            <ButtonLink variant={actor.kind === 'anonymous' ? undefined : 'primary'} href="/">
              Go to the library
            </ButtonLink>
          </>
        }
      >
        {actor.kind === 'anonymous'
          ? 'The address may be mistyped, or it belongs to a group that is not open to everyone. If you are in that group, sign in: you come back here.'
          : 'The address may be mistyped, or it belongs to a group that you are not in. Whoever sent it can invite you.'}
      </EmptyState>
    </PageFrame>
  )
}
