import 'server-only'
import { verifyPassword } from '@/lib/auth/password'
import { standingOf, standingSelect } from '@/lib/auth/standing'
import { forgive, takeAttempt } from '@/lib/auth/throttle'
import { db } from '@/lib/db/client'
import { Unauthenticated } from '@/lib/errors'

// Signing in by address and password. An unknown address, a wrong password, a person without one and a disabled person are
// answered by the same words after the same time, so that nobody learns who is here.

/** The id of the person with this address and password. Throws Unauthenticated or TooMany. */
export async function personByPassword({
  email,
  password,
  address,
}: {
  readonly email: string
  readonly password: string
  /** The network address that asks. */
  readonly address: string
}): Promise<string> {
  const account = email.trim().normalize('NFC').toLowerCase()
  const attempt = { account, address }
  await takeAttempt(attempt)
  const person = await db().person.findUnique({
    where: { email: account },
    select: { id: true, passwordHash: true, ...standingSelect },
  })
  const matches = await verifyPassword(person?.passwordHash ?? null, password)
  if (!person || !matches || standingOf(person) !== 'in') {
    throw new Unauthenticated(
      'This address and password do not belong together. Check both; nothing else is wrong.',
      'wrong-password',
    )
  }
  await forgive(attempt)
  return person.id
}
