import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { NoSignUp } from '@/components/people/no-sign-up'
import { maySignUp } from '@/lib/auth/entry/sign-up'
import { invitationIn, localPath } from '@/lib/auth/local-path'
import { currentActor } from '@/lib/auth/session'
import { waysIn } from '@/lib/auth/ways'
import { one } from '../answer'
import { EMAIL, NAME, NEW_PASSWORD } from '../fields'
import { Show } from '../show'
import { createAccount } from './actions'

export const metadata: Metadata = { title: 'Create an account' }

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const query = await searchParams
  const wanted = localPath(one(query.next))
  const invitation = one(query.invitation) || (invitationIn(wanted) ?? '')
  const next = invitation === '' ? wanted : `/join/${encodeURIComponent(invitation)}`
  if ((await currentActor()).kind === 'signed-in') redirect(next)
  return (
    <AccessFrame title="Create an account" aside={<Show />}>
      {(await maySignUp(invitation)) ? (
        <AccessForm
          action={createAccount}
          submit="Create the account"
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
