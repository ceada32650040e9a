import 'server-only'
import { activePeople } from '@/lib/auth/account-status'
import type { Browser } from '@/lib/auth/browser'
import { confirmLetter, signInLetter } from '@/lib/auth/mail/letters'
import { sendLetter } from '@/lib/auth/mail/send'
import { newLink, spendLink } from '@/lib/auth/one-time-link'
import { takeLetter } from '@/lib/auth/throttle'
import { siteUrl } from '@/lib/auth/ways'
import { db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { normaliseEmail } from '@/lib/people/person'
import { provableSelect, proveAddress } from './prove-address'

/** Sends what was asked for. To be run after the answer, so that the answer tells nobody whether there is such a person. */
export type Sending = () => Promise<void>

/**
 * Counts the wish and returns what sends the letter with the link that signs in; nothing is sent to an address that nobody here
 * has. Throws Invalid for what is no address, TooMany for too many letters.
 */
export async function sendSignInLink(wish: {
  readonly email: string
  /** The network address that asks. */
  readonly address: string
  readonly browser?: Browser | null
  /** The path to lead to afterwards. */
  readonly next: string
}): Promise<Sending> {
  const email = normaliseEmail(wish.email)
  await takeLetter({ ...wish, account: await accountOf(email) })
  return async () => {
    if (!(await isSomebodys(email))) return
    const query = new URLSearchParams({ token: await newLink('sign-in', email), next: wish.next })
    await sendLetter(email, signInLetter(siteUrl(`/sign-in/link?${query}`)))
  }
}

/**
 * What sends the letter by which whoever has just signed up shows that the address is his. Until then his first link by mail
 * would take his password away, as if a stranger had set it.
 */
export function sendConfirmation(typed: string): Sending {
  const email = normaliseEmail(typed)
  return async () => {
    const query = new URLSearchParams({ token: await newLink('sign-in', email) })
    await sendLetter(email, confirmLetter(siteUrl(`/sign-in/link?${query}`)))
  }
}

/** What attempts at an address are counted under: its person or, where there is none, itself. */
export async function accountOf(email: string): Promise<string> {
  const person = await db().person.findUnique({ where: { email }, select: { id: true } })
  return person?.id ?? email
}

/** Whether a person who may come in has this address. */
export async function isSomebodys(email: string): Promise<boolean> {
  return (await db().person.count({ where: { AND: [activePeople(), { email }] } })) > 0
}

/**
 * Spends a link and gives the person whom it signs in. Throws Conflict for a link that is used or too old, Forbidden for a disabled
 * person. `currentPersonId` is whoever is signed in on this browser already.
 */
export async function redeemSignInLink(
  secret: string,
  currentPersonId: string | null,
): Promise<string> {
  return transaction(async (tx) => {
    const email = await spendLink(tx, 'sign-in', secret)
    const person = await tx.person.findUnique({ where: { email }, select: provableSelect })
    if (!person) throw new Conflict('link', 'There is no account with this address any more.')
    await proveAddress(tx, person, currentPersonId)
    return person.id
  })
}
