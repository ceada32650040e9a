import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Joining } from '@/components/groups/joining'
import { AccessForm } from '@/components/people/access-form'
import { AccessFrame } from '@/components/people/access-frame'
import { DemoPeople } from '@/components/people/demo-people'
import { KeepHash } from '@/components/people/keep-hash'
import { ForgottenLink, NewHere, OtherWays } from '@/components/people/other-ways'
import { Problem } from '@/components/people/problem'
import { demoPeople } from '@/lib/auth/entry/as-demo'
import { invitationIn, localPath } from '@/lib/auth/local-path'
import { currentActor } from '@/lib/auth/session'
import { waysIn } from '@/lib/auth/ways'
import { welcomeOf } from '@/lib/pages/joining'
import { one } from '../answer'
import { EMAIL } from '../fields'
import { SignInTeaser } from '../sign-in-teaser'
import { signIn, walkIn } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams
  const next = localPath(one(query.next))
  const actor = await currentActor()
  if (actor.kind === 'signed-in') redirect(next)
  const people = await demoPeople()
  const { mail, issuer, signUp } = waysIn()
  return (
    <AccessFrame
      title={
        <>
          Read together,
          <br />
          argue in the margin
        </>
      }
      aside={<SignInTeaser />}
    >
      <KeepHash next={next} />
      <Problem code={one(query.problem)} />
      <Joining welcome={await welcomeOf(invitationIn(next) ?? '')} />
      {people.length > 0 && <DemoPeople people={people} next={next} walkIn={walkIn} />}
      <AccessForm
        action={signIn}
        submit="Sign in"
        carried={{ next }}
        fields={[
          EMAIL,
          {
            name: 'password',
            label: 'Password',
            type: 'password',
            autoComplete: 'current-password',
            beside: mail ? <ForgottenLink /> : undefined,
          },
        ]}
      >
        <OtherWays mail={mail} issuer={issuer} next={next} />
      </AccessForm>
      <NewHere signUp={signUp} next={next} invited={invitationIn(next) !== null} />
    </AccessFrame>
  )
}
