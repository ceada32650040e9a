import 'server-only'
import { now } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { Forbidden } from '@/lib/errors'
import { record } from '@/lib/events/record'

export type Provable = {
  readonly id: string
  readonly emailVerifiedAt: Date | null
  readonly disabledAt: Date | null
}

/** What must be known of a person before his address is proved. */
export const provableSelect = { id: true, emailVerifiedAt: true, disabledAt: true } as const

/**
 * Notes that a person has shown that his address is his. The first time, whatever way in was made before goes: somebody else may
 * have signed up with this address and be waiting in the account. Only who is signed in as that person keeps it.
 * Throws Forbidden for a disabled person.
 */
export async function proveAddress(
  tx: Db,
  person: Provable,
  currentPersonId: string | null,
): Promise<void> {
  if (person.disabledAt !== null) {
    throw new Forbidden('This account was disabled. Ask whoever runs this server.', 'disabled')
  }
  if (person.emailVerifiedAt !== null) return
  const { id } = person
  const at = now()
  const ownsIt = currentPersonId === id
  await tx.person.updateMany({
    where: { id },
    data: { emailVerifiedAt: at, ...(ownsIt ? {} : { passwordHash: null }) },
  })
  if (ownsIt) return
  await tx.session.deleteMany({ where: { personId: id } })
  await tx.apiToken.updateMany({
    where: { personId: id, revokedAt: null },
    data: { revokedAt: at },
  })
  await tx.account.deleteMany({ where: { personId: id } })
  await record(tx, { kind: 'person.changed', actorId: id, subjectId: id, at })
}
