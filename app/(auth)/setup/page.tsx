import type { Metadata } from 'next'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { linkAddress } from '@/lib/auth/one-time-link'
import { one } from '../answer'
import { EMAIL, NAME, NEW_PASSWORD } from '../fields'
import { SignInTeaser } from '../sign-in-teaser'
import { makeFirst } from './actions'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  const token = one((await searchParams).token)
  const isOpen = (await linkAddress('setup', token)) !== null
  return (
    <AccessFrame title="The first administrator" aside={<SignInTeaser />}>
      {isOpen ? (
        <>
          <p className="access-say">
            This account may administer the server: it lets people in, and makes others
            administrators.
          </p>
          <AccessForm
            action={makeFirst}
            submit="Make the account"
            carried={{ token }}
            fields={[NAME, EMAIL, NEW_PASSWORD]}
          />
        </>
      ) : (
        <p className="access-say">
          This link no longer works: it was used, is older than a day, or the server was started
          again since. While there is no administrator, each start prints a new one.
        </p>
      )}
    </AccessFrame>
  )
}
