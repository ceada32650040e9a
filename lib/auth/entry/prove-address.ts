import 'server-only'
import { accountSelect, accountStatus } from '@/lib/auth/account-status'
import { now } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { Forbidden } from '@/lib/errors'
import { personNews } from '@/lib/people/news'

export type Provable = {
  readonly id: string
  readonly emailVerifiedAt: Date | null
  readonly disabledAt: Date | null
  readonly demoRole: string | null
}

/** What must be known of a person before his address is proved. */
export const provableSelect = { id: true, emailVerifiedAt: true, ...accountSelect } as const

/**
 * Notes that a person has shown that his address is his. The first time, whatever way in was made before goes: somebody else may
 * have signed up with this address and be waiting in the account. Only who is signed in as that person keeps it.
 * Throws Forbidden for a person who is out.
 */
export async function proveAddress(
  tx: Db,
  person: Provable,
  currentPersonId: string | null,
): Promise<void> {
  requireActive(person)
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
  await personNews.record(tx, { kind: 'person.changed', actorId: id, subjectId: id, at })
}

/** Throws Forbidden for somebody who is disabled, or of a demo that is over. */
export function requireActive(person: Pick<Provable, 'disabledAt' | 'demoRole'>): void {
  if (accountStatus(person) === 'in') return
  throw new Forbidden('This account was disabled. Ask whoever runs this server.', 'disabled')
}
