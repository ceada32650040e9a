import 'server-only'
import { takeSignUp } from '@/lib/auth/throttle'
import { waysIn } from '@/lib/auth/ways'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Forbidden, NotFound } from '@/lib/errors'
import { acceptInvitation } from '@/lib/groups/commands/invitations'
import { codeTyped, invitationState } from '@/lib/groups/invitation'
import { invitationByCode } from '@/lib/groups/queries'
import {
  insertPerson,
  type PreparedPerson,
  preparePerson,
} from '@/lib/people/commands/create-person'
import { NOTHING_WITHHELD, OPERATOR, SESSION_SCOPES, type SignedIn } from '@/lib/policy/actor'

export type SignUp = {
  readonly email: string
  readonly name: string
  readonly password: string
  /** The code of an invitation to a group; empty for none. */
  readonly invitation: string
  /** The network address that asks. */
  readonly address: string
}

export type SignedUp = {
  readonly personId: string
  /** The group that was joined by the invitation, or null. */
  readonly group: { readonly slug: string } | null
}

/**
 * Makes an account and joins the group of its invitation, in one transaction: one use of an invitation is one account. Throws
 * Forbidden where accounts are not made this way, Invalid for what is not acceptable, Conflict for an address that is taken or
 * an invitation that somebody else has just used up, TooMany.
 */
export async function signUp(wish: SignUp): Promise<SignedUp> {
  const { email, name, password, invitation, address } = wish
  if (!(await maySignUp(invitation))) throw closed()
  await takeSignUp(address, codeTyped(invitation))
  const person = await preparePerson({ email, name, password })
  return makeAccount(person, invitation)
}

/** Stores a new person and joins the group of an invitation, an empty code for none: both or neither. */
export async function makeAccount(person: PreparedPerson, invitation: string): Promise<SignedUp> {
  return transaction(async () => {
    const personId = await insertPerson(OPERATOR, person)
    const actor = newcomer(personId, person.name)
    const group = invitation === '' ? null : await acceptInvitation(actor, invitation)
    return { personId, group }
  })
}

function newcomer(personId: string, name: string): SignedIn {
  const nothing = { adminSince: null, memberships: new Map(), withheld: NOTHING_WITHHELD }
  return { kind: 'signed-in', personId, name, scopes: SESSION_SCOPES, ...nothing }
}

function closed(): Forbidden {
  return new Forbidden(
    'New accounts are made here only with an invitation that is still open. Ask whoever invited you for a new one.',
    'closed',
  )
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

/** Whether a code is that of an invitation that lets somebody in now. */
export async function isOpenInvitation(code: string): Promise<boolean> {
  const invitation = await invitationByCode(code).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return invitation !== null && invitationState(invitation, now()) === 'open'
}
