import 'server-only'
import { takeSignUp } from '@/lib/auth/throttle'
import { waysIn } from '@/lib/auth/ways'
import { now } from '@/lib/clock'
import { Forbidden, NotFound } from '@/lib/errors'
import { invitationState } from '@/lib/groups/invitation'
import { invitationByCode } from '@/lib/groups/queries'
import { createPerson } from '@/lib/people/commands/create-person'
import { OPERATOR } from '@/lib/policy/actor'

export type SignUp = {
  readonly email: string
  readonly name: string
  readonly password: string
  /** The code of an invitation to a group; empty for none. */
  readonly invitation: string
  /** The network address that asks. */
  readonly address: string
}

/**
 * Makes an account and gives its id. The group of an invitation is joined afterwards, on its own page. Throws Forbidden where
 * accounts are not made this way, Invalid for what is not acceptable, Conflict for an address that is taken, TooMany.
 */
export async function signUp(wish: SignUp): Promise<string> {
  if (!(await maySignUp(wish.invitation))) {
    throw new Forbidden(
      'New accounts are made here only with an invitation that is still open. Ask whoever invited you for a new one.',
      'closed',
    )
  }
  const { email, name, password, address } = wish
  await takeSignUp(address)
  return createPerson(OPERATOR, { email, name, password })
}

/** Whether an account may be made, with this invitation code or without one. */
export async function maySignUp(invitation: string): Promise<boolean> {
  switch (waysIn().signUp) {
    case 'open':
      return true
    case 'closed':
      return false
    case 'invitation':
      return isOpenInvitation(invitation)
  }
}

async function isOpenInvitation(code: string): Promise<boolean> {
  const invitation = await invitationByCode(code).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return invitation !== null && invitationState(invitation, now()) === 'open'
}
