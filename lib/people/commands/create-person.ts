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

/** Makes a person; for the operator, and for lib/auth when somebody signs up. Throws Conflict for an address that is taken. */
export async function createPerson(_by: Operator, person: NewPerson): Promise<string> {
  const email = normaliseEmail(person.email)
  const name = normaliseName(person.name)
  if (person.password !== undefined) requirePassword(person.password)
  const passwordHash = person.password === undefined ? null : await hashPassword(person.password)
  const id = newId()
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.person.createMany({
      data: {
        id,
        email,
        name,
        passwordHash,
        emailVerifiedAt: person.emailVerified ? at : null,
        adminSince: person.admin ? at : null,
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
