import type { Metadata } from 'next'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { localPath } from '@/lib/auth/local-path'
import { linkAddress } from '@/lib/auth/one-time-link'
import { currentActor } from '@/lib/auth/session'
import { one } from '../../answer'
import { SignInTeaser } from '../../sign-in-teaser'
import { SpentLink } from '../../spent-link'
import { spendLink } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

// A button, since programs that scan mail open every link in it: looking must not spend it.
export default async function LinkPage({ searchParams }: PageProps<'/sign-in/link'>) {
  const query = await searchParams
  const token = one(query.token)
  const email = await linkAddress('sign-in', token)
  if (email === null) return <SpentLink again="/sign-in/by-mail" />
  const isIn = (await currentActor()).kind === 'signed-in'
  return (
    <AccessFrame title={isIn ? 'Is this your address?' : 'Welcome back'} aside={<SignInTeaser />}>
      <p className="access-say">
        {isIn ? 'You confirm and go on as' : 'You sign in as'}{' '}
        <strong className="access-address">{email}</strong>.
      </p>
      <AccessForm
        action={spendLink}
        submit={isIn ? 'Confirm' : 'Sign in'}
        carried={{ token, next: localPath(one(query.next)) }}
        fields={[]}
      />
    </AccessFrame>
  )
}
