import type { Metadata } from 'next'
import Link from 'next/link'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { waysIn } from '@/lib/auth/ways'
import { EMAIL } from '../fields'
import { SignInTeaser } from '../sign-in-teaser'
import { askForPassword } from './actions'

export const metadata: Metadata = { title: 'Forgotten password' }

export default function ForgottenPage() {
  return (
    <AccessFrame title="Forgotten your password?" aside={<SignInTeaser />}>
      {waysIn().mail ? (
        <>
          <p className="access-say">
            We send a link to your address, by which you choose a new one. Until then the old one
            stays.
          </p>
          <AccessForm action={askForPassword} submit="Send me a link" fields={[EMAIL]} />
        </>
      ) : (
        <p className="access-say">
          This server sends no mail. Ask whoever runs it: an administrator can set a new password
          for you.
        </p>
      )}
      <p className="meta access-foot">
        <Link href="/sign-in">Back to signing in</Link>
      </p>
    </AccessFrame>
  )
}
