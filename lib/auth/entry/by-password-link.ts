import 'server-only'
import type { Browser } from '@/lib/auth/browser'
import { passwordLetter } from '@/lib/auth/mail/letters'
import { sendLetter } from '@/lib/auth/mail/send'
import { newLink, spendLink } from '@/lib/auth/one-time-link'
import { requirePassword } from '@/lib/auth/password'
import { takeLetter } from '@/lib/auth/throttle'
import { siteUrl } from '@/lib/auth/ways'
import { transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { setPassword } from '@/lib/people/commands/rights'
import { normaliseEmail } from '@/lib/people/person'
import { OPERATOR } from '@/lib/policy/actor'
import { accountOf, isSomebodys, type Sending } from './by-link'
import { provableSelect, proveAddress } from './prove-address'

/**
 * Counts the wish and returns what sends the letter with the link to a new password; nothing is sent to an address that nobody
 * here has. Throws Invalid for what is no address, TooMany for too many letters.
 */
export async function sendPasswordLink(wish: {
  readonly email: string
  readonly address: string
  readonly browser?: Browser | null
}): Promise<Sending> {
  const email = normaliseEmail(wish.email)
  await takeLetter({ ...wish, account: await accountOf(email) })
  return async () => {
    if (!(await isSomebodys(email))) return
    const query = new URLSearchParams({ token: await newLink('password', email) })
    await sendLetter(email, passwordLetter(siteUrl(`/forgotten/new?${query}`)))
  }
}

/**
 * Spends a link, sets the password and ends every session of the person, whose id it gives. Throws Invalid for a password that
 * is too short (the link is not spent then), Conflict for a link that is used or too old, Forbidden for a disabled person.
 */
export async function setPasswordByLink(secret: string, password: string): Promise<string> {
  requirePassword(password)
  return transaction(async (tx) => {
    const email = await spendLink(tx, 'password', secret)
    const person = await tx.person.findUnique({ where: { email }, select: provableSelect })
    if (!person) throw new Conflict('link', 'There is no account with this address any more.')
    await proveAddress(tx, person, null)
    await setPassword(OPERATOR, person.id, { password })
    return person.id
  })
}
