import type { Metadata } from 'next'
import Link from 'next/link'
import { AccessFrame } from '@/components/people/access-frame'
import { SignInTeaser } from '../../sign-in-teaser'

export const metadata: Metadata = { title: 'Look into your mail' }

export default function CheckMailPage() {
  return (
    <AccessFrame title="Look into your mail" aside={<SignInTeaser />}>
      <p className="access-say">
        If there is an account with this address, a letter with a link is on its way to it. It may
        take a minute. Open the link in this browser.
      </p>
      <p className="access-say">
        Nothing came? Look among the unwanted letters, and see that the address is the one you
        signed up with.
      </p>
      <p className="meta access-foot">
        <Link href="/sign-in">Back to signing in</Link>
      </p>
    </AccessFrame>
  )
}
