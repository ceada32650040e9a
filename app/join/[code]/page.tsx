import type { Metadata } from 'next'
import { JoinByCode } from '@/components/groups/join-by-code'
import { Welcome } from '@/components/groups/welcome'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { NotFound } from '@/lib/errors'
import { shownCode } from '@/lib/groups/invitation'
import { presentWelcome } from '@/lib/groups/present'
import { invitationByCode } from '@/lib/groups/queries'
import { join } from './actions'
import '../../styles/groups.css'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } }

export default async function InvitationPage({ params }: PageProps<'/join/[code]'>) {
  const { code } = await params
  const actor = await currentActor()
  const invitation = await invitationByCode(code).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return (
    <PageFrame account={accountOf(actor)} here={`/join/${code}`} className="narrow">
      {invitation === null ? (
        <>
          <header className="group-head">
            <h1 className="page-title">No such invitation</h1>
            <p className="group-about">
              Nobody has made an invitation with this code. Compare it with what you were sent: a
              letter may be missing.
            </p>
          </header>
          <JoinByCode />
        </>
      ) : (
        <Welcome
          code={shownCode(invitation.code)}
          welcome={presentWelcome(actor, invitation, now())}
          guest={actor.kind === 'anonymous'}
          join={join}
        />
      )}
    </PageFrame>
  )
}
