import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { NotFound } from '@/lib/errors'
import type { WelcomeShape } from '@/lib/groups/contract'
import { presentWelcome } from '@/lib/groups/present'
import { invitationByCode } from '@/lib/groups/queries'

/** What the invitation with a code invites to; null without a code or for an unknown one. */
export async function welcomeOf(code: string): Promise<WelcomeShape | null> {
  if (code === '') return null
  const invitation = await invitationByCode(code).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return invitation && presentWelcome(await currentActor(), invitation, now())
}
