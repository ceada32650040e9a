import 'server-only'
import { activePeople } from '@/lib/auth/account-status'
import { newLink, spendLink } from '@/lib/auth/one-time-link'
import { siteUrl, waysIn } from '@/lib/auth/ways'
import { db, transaction } from '@/lib/db/client'
import { createPerson } from '@/lib/people/commands/create-person'
import { OPERATOR } from '@/lib/policy/actor'

/**
 * The one-time link by which the first administrator makes his account, to be printed at start; null where there is an
 * administrator or the demo is on. Each call takes the earlier link away.
 */
export async function setupLink(): Promise<string | null> {
  if (waysIn().demo || (await hasAdministrator())) return null
  const query = new URLSearchParams({ token: await newLink('setup', '') })
  return siteUrl(`/setup?${query}`)
}

async function hasAdministrator(): Promise<boolean> {
  const count = await db().person.count({
    where: { AND: [activePeople(), { adminSince: { not: null } }] },
  })
  return count > 0
}

/**
 * Spends the link and makes the first administrator, whose id it gives. Throws Conflict for a link that is used or too old or an
 * address that is taken, Invalid for what is not acceptable; the link is spent only when the account is made.
 */
export async function setUp(wish: {
  readonly secret: string
  readonly email: string
  readonly name: string
  readonly password: string
}): Promise<string> {
  const { secret, ...person } = wish
  return transaction(async (tx) => {
    await spendLink(tx, 'setup', secret)
    return createPerson(OPERATOR, { ...person, admin: true })
  })
}
