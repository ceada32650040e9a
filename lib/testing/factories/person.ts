import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type GroupRole, NOTHING_WITHHELD, SESSION_SCOPES, type SignedIn } from '@/lib/policy/actor'

export type PersonOverrides = {
  name?: string
  email?: string
  admin?: boolean
  passwordHash?: string
  /** They have shown that the address is theirs. */
  isProven?: boolean
}

/** A person in the database, as the actor of a session without any group. */
export async function makePerson(overrides: PersonOverrides = {}): Promise<SignedIn> {
  const id = newId()
  const name = overrides.name ?? `Person ${id.slice(-4)}`
  const adminSince = overrides.admin ? new Date() : null
  await db().person.create({
    data: {
      id,
      name,
      email: overrides.email ?? `${id}@example.org`,
      emailVerifiedAt: overrides.isProven ? new Date() : null,
      passwordHash: overrides.passwordHash ?? null,
      adminSince,
      createdAt: new Date(),
    },
  })
  return {
    kind: 'signed-in',
    personId: id,
    name,
    adminSince,
    memberships: new Map(),
    withheld: NOTHING_WITHHELD,
    scopes: SESSION_SCOPES,
  }
}

/** The actor with one more membership, in the database as well. */
export async function joining(
  actor: SignedIn,
  groupId: string,
  role: GroupRole = 'member',
): Promise<SignedIn> {
  await db().membership.create({
    data: { groupId, personId: actor.personId, role, joinedAt: new Date() },
  })
  return { ...actor, memberships: new Map([...actor.memberships, [groupId, role]]) }
}
