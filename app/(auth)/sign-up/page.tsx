import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Joining } from '@/components/groups/joining'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { NoSignUp } from '@/components/people/no-sign-up'
import { maySignUp } from '@/lib/auth/entry/sign-up'
import { invitationIn, localPath } from '@/lib/auth/local-path'
import { currentActor } from '@/lib/auth/session'
import { waysIn } from '@/lib/auth/ways'
import { welcomeOf } from '@/lib/pages/joining'
import { one } from '../answer'
import { EMAIL, NAME, NEW_PASSWORD } from '../fields'
import { SignInTeaser } from '../sign-in-teaser'
import { createAccount } from './actions'

export const metadata: Metadata = { title: 'Create an account' }

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const query = await searchParams
  const wanted = localPath(one(query.next))
  const code = one(query.invitation) || (invitationIn(wanted) ?? '')
  const welcome = await welcomeOf(code)
  // Where anybody may sign up, an invitation that is over keeps nobody from it.
  const invitation = welcome?.state === 'open' || waysIn().signUp !== 'open' ? code : ''
  const next = code === '' ? wanted : `/join/${encodeURIComponent(code)}`
  if ((await currentActor()).kind === 'signed-in') redirect(next)
  return (
    <AccessFrame title="Create an account" aside={<SignInTeaser />}>
      <Joining welcome={welcome} />
      {(await maySignUp(invitation)) ? (
        <AccessForm
          action={createAccount}
          submit={welcome?.state === 'open' ? 'Create the account and join' : 'Create the account'}
          carried={{ invitation, next }}
          fields={[NAME, EMAIL, NEW_PASSWORD]}
        />
      ) : (
        <NoSignUp byInvitation={waysIn().signUp === 'invitation'} />
      )}
      <p className="meta access-foot">
        Have one already? <Link href={`/sign-in?${new URLSearchParams({ next })}`}>Sign in</Link>
      </p>
    </AccessFrame>
  )
}
