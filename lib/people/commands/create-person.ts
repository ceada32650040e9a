import 'server-only'
import { hashPassword, requirePassword } from '@/lib/auth/password'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { normaliseEmail, normaliseName } from '@/lib/people/person'
import type { Operator } from '@/lib/policy/actor'

export type NewPerson = {
  readonly email: string
  readonly name: string
  readonly password?: string
  /** Whether the address was proved: by a mailed link or by an issuer. */
  readonly emailVerified?: boolean
  readonly admin?: boolean
}

/** A person who is acceptable, with the password hashed: what takes long is done before any transaction. */
export type PreparedPerson = {
  readonly email: string
  readonly name: string
  readonly passwordHash: string | null
  readonly emailVerified: boolean
  readonly admin: boolean
}

/** Makes a person; for the operator, and for lib/auth when somebody signs up. Throws Conflict for an address that is taken. */
export async function createPerson(by: Operator, person: NewPerson): Promise<string> {
  return insertPerson(by, await preparePerson(person))
}

/** Looks at what is said of a new person, and hashes the password. Throws Invalid for what is not acceptable. */
export async function preparePerson(person: NewPerson): Promise<PreparedPerson> {
  const email = normaliseEmail(person.email)
  const name = normaliseName(person.name)
  const { password, emailVerified = false, admin = false } = person
  if (password !== undefined) requirePassword(password)
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return { email, name, passwordHash, emailVerified, admin }
}

/** Stores a prepared person. Throws Conflict for an address that is taken. */
export async function insertPerson(_by: Operator, person: PreparedPerson): Promise<string> {
  const { email, name, passwordHash, emailVerified, admin } = person
  const id = newId()
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.person.createMany({
      data: {
        id,
        email,
        name,
        passwordHash,
        emailVerifiedAt: emailVerified ? at : null,
        adminSince: admin ? at : null,
        createdAt: at,
      },
      skipDuplicates: true,
    })
    if (count === 0) {
      throw new Conflict(
        'email-taken',
        'There is an account with this address already. Sign in to it, or use another address.',
      )
    }
    await tx.audit.createMany({
      data: { id: newId(), at, action: 'person.created', subjectId: id, particulars: {} },
    })
  })
  return id
}
