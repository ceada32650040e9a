import 'server-only'
import { accountSelect, accountStatus } from '@/lib/auth/account-status'
import type { Browser } from '@/lib/auth/browser'
import { verifyPassword } from '@/lib/auth/password'
import { attemptOf, forgive, takeAttempt } from '@/lib/auth/throttle'
import { db } from '@/lib/db/client'
import { Unauthenticated } from '@/lib/errors'

// Signing in by address and password. An unknown address, a wrong password, a person without one and a disabled person are
// answered by the same words after the same time, so that nobody learns who is here.

/** The id of the person with this address and password. Throws Unauthenticated or TooMany. */
export async function personByPassword({
  email,
  password,
  address,
  browser = null,
}: {
  readonly email: string
  readonly password: string
  /** The network address that asks. */
  readonly address: string
  readonly browser?: Browser | null
}): Promise<string> {
  const typed = email.trim().normalize('NFC').toLowerCase()
  const person = await db().person.findUnique({
    where: { email: typed },
    select: { id: true, passwordHash: true, ...accountSelect },
  })
  const attempt = attemptOf({ account: person?.id ?? typed, address, browser })
  await takeAttempt(attempt)
  const lane = attempt.kind === 'known' ? attempt.own : `${address} ${attempt.lane}`
  const matches = await verifyPassword(person?.passwordHash ?? null, password, lane)
  if (!person || !matches || accountStatus(person) !== 'in') {
    throw new Unauthenticated(
      'This address and password do not belong together. Check both; nothing else is wrong.',
      'wrong-password',
    )
  }
  await forgive(attempt)
  return person.id
}
