import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { localPath } from '@/lib/auth/local-path'
import { waysIn } from '@/lib/auth/ways'
import { one } from '../../answer'
import { EMAIL } from '../../fields'
import { SignInTeaser } from '../../sign-in-teaser'
import { askForLink } from './actions'

export const metadata: Metadata = { title: 'Sign in by a link' }

export default async function ByMailPage({ searchParams }: PageProps<'/sign-in/by-mail'>) {
  const next = localPath(one((await searchParams).next))
  if (!waysIn().mail) redirect('/sign-in')
  return (
    <AccessFrame title="Sign in by a link" aside={<SignInTeaser />}>
      <p className="access-say">
        We send a link to your address. It works once, within half an hour, and you need no
        password.
      </p>
      <AccessForm action={askForLink} submit="Send me a link" carried={{ next }} fields={[EMAIL]} />
      <p className="meta access-foot">
        <Link href={`/sign-in?${new URLSearchParams({ next })}`}>Back to signing in</Link>
      </p>
    </AccessFrame>
  )
}
