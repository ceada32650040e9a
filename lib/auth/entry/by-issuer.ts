import 'server-only'
import { accountSelect } from '@/lib/auth/account-status'
import { now } from '@/lib/clock'
import { type Db, db, transaction } from '@/lib/db/client'
import { Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { preparePerson } from '@/lib/people/commands/create-person'
import { withoutInvisible } from '@/lib/text/invisible'
import { provableSelect, proveAddress, requireActive } from './prove-address'
import { isOpenInvitation, makeAccount, maySignUp } from './sign-up'

// Signing in over an OpenID Connect issuer. Who came before is known by the issuer's own name for him; who comes for the first time
// is joined to the account with his address only when the issuer vouches that the address is his.

/** What an issuer says of somebody. */
export type Identity = {
  readonly issuer: string
  /** The issuer's name for him, which never changes. */
  readonly subject: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | null
}

/**
 * The id of the person whom an issuer vouches for; made, when there is none and accounts may be made (with an invitation's code
 * or without). Throws Invalid or Forbidden with the code `issuer-email`, `issuer-unproved`, `closed` or `disabled`.
 */
export async function personByIdentity(identity: Identity, invitation: string): Promise<string> {
  const known = await knownPerson(identity)
  if (known !== null) return known
  if (identity.email === null) {
    throw new Invalid('issuer-email', 'The issuer does not say the e-mail address.')
  }
  const email = identity.email.trim().normalize('NFC').toLowerCase()
  const mayMake = await maySignUp(invitation)
  const code = (await isOpenInvitation(invitation)) ? invitation : ''
  return transaction(async (tx) => {
    const personId =
      (await joined(tx, email, identity)) ?? (await made(mayMake, { ...identity, email }, code))
    await tx.account.createMany({
      data: {
        id: newId(),
        personId,
        provider: identity.issuer,
        providerAccountId: identity.subject,
        createdAt: now(),
      },
    })
    return personId
  })
}

async function knownPerson({ issuer, subject }: Identity): Promise<string | null> {
  const account = await db().account.findUnique({
    where: { provider_providerAccountId: { provider: issuer, providerAccountId: subject } },
    select: { person: { select: { id: true, ...accountSelect } } },
  })
  if (account) requireActive(account.person)
  return account?.person.id ?? null
}

async function joined(tx: Db, email: string, identity: Identity): Promise<string | null> {
  const person = await tx.person.findUnique({ where: { email }, select: provableSelect })
  if (!person) return null
  if (!identity.emailVerified) {
    throw new Forbidden('The issuer does not vouch for this address.', 'issuer-unproved')
  }
  await proveAddress(tx, person, null)
  return person.id
}

async function made(
  may: boolean,
  identity: Identity & { email: string },
  code: string,
): Promise<string> {
  if (!may) throw new Forbidden('No new accounts are made this way.', 'closed')
  const { email, emailVerified } = identity
  const name = identity.name?.trim() || (email.split('@')[0] ?? email)
  const person = await preparePerson({
    email,
    name: withoutInvisible(name).slice(0, 100),
    emailVerified,
  })
  return (await makeAccount(person, code)).personId
}
