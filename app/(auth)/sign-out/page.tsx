import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccessFrame } from '@/components/people/access-frame'
import { Button, ButtonLink } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/session'
import { SignInTeaser } from '../sign-in-teaser'
import { signOut } from './actions'

export const metadata: Metadata = { title: 'Sign out' }

export default async function SignOutPage() {
  const actor = await currentActor()
  if (actor.kind === 'anonymous') redirect('/')
  return (
    <AccessFrame title="Sign out?" aside={<SignInTeaser />}>
      <p className="access-say">
        You are {actor.name} in this browser. What you wrote stays; drafts that were not sent stay
        in this browser.
      </p>
      <form className="row" action={signOut}>
        <Button type="submit" variant="primary" size="lg">
          Sign out
        </Button>
        <ButtonLink size="lg" variant="ghost" href="/">
          Stay
        </ButtonLink>
      </form>
    </AccessFrame>
  )
}
