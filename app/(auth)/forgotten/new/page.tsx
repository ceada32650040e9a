import type { Metadata } from 'next'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { linkAddress } from '@/lib/auth/one-time-link'
import { one } from '../../answer'
import { NEW_PASSWORD } from '../../fields'
import { SignInTeaser } from '../../sign-in-teaser'
import { SpentLink } from '../../spent-link'
import { choosePassword } from './actions'

export const metadata: Metadata = { title: 'New password' }

export default async function NewPasswordPage({ searchParams }: PageProps<'/forgotten/new'>) {
  const token = one((await searchParams).token)
  const email = await linkAddress('password', token)
  if (email === null) return <SpentLink again="/forgotten" />
  return (
    <AccessFrame title="Choose a new password" aside={<SignInTeaser />}>
      <p className="access-say">
        For <strong className="access-address">{email}</strong>. Wherever you are signed in now, you
        will be signed out.
      </p>
      <AccessForm
        action={choosePassword}
        submit="Keep it and sign in"
        carried={{ token }}
        fields={[NEW_PASSWORD]}
      />
    </AccessFrame>
  )
}
