// The people of the demo, their groups and who belongs where, as rows.

import type { Prisma } from '@/lib/generated/prisma/client'
import type { Around } from './around'
import { type DemoGroup, GROUPS, type GroupKey, membersOf } from './groups'
import { daysBefore, idAt } from './moment'
import { ADMINISTRATOR, demoEmail, PEOPLE, PERSON_KEYS, type PersonKey } from './people'

// All joined before the oldest group was made, in the order of the table, so that a list by age begins with Ana.
const FIRST_JOINED_DAYS = 240

/** A person's row; all share one hash, since all share one printed password. */
export function personRow(
  key: PersonKey,
  now: Date,
  passwordHash: string,
): Prisma.PersonCreateManyInput {
  const createdAt = daysBefore(now, FIRST_JOINED_DAYS - PERSON_KEYS.indexOf(key))
  return {
    id: idAt(createdAt),
    email: demoEmail(key),
    name: PEOPLE[key].name,
    demoRole: PEOPLE[key].demoRole,
    passwordHash,
    emailVerifiedAt: createdAt,
    adminSince: key === ADMINISTRATOR ? createdAt : null,
    createdAt,
  }
}

/** A group's row; whoever owns it made it. */
export function groupRow(
  key: GroupKey,
  { now, personId }: Pick<Around, 'now' | 'personId'>,
): Prisma.GroupCreateManyInput {
  const { kind, name, description, made, houseRules }: DemoGroup = GROUPS[key]
  const owner = PERSON_KEYS.find((person) => membersOf(key)[person] === 'owner')
  if (!owner) throw new Error(`Nobody owns ${name}.`)
  const createdAt = daysBefore(now, made)
  return {
    id: idAt(createdAt),
    kind,
    name,
    slug: key,
    description,
    ...(houseRules && { houseRules }),
    createdById: personId(owner),
    createdAt,
  }
}

/** The memberships of a group: its owner from the first day, the others one a day. */
export function membershipRows(
  key: GroupKey,
  { now, personId, groupId }: Around,
): Prisma.MembershipCreateManyInput[] {
  const members = membersOf(key)
  const joining = PERSON_KEYS.filter((person) => members[person] && members[person] !== 'owner')
  return PERSON_KEYS.flatMap((person) => {
    const role = members[person]
    if (!role) return []
    const joinedAt = daysBefore(now, GROUPS[key].made - joining.indexOf(person) - 1)
    return [{ groupId: groupId(key), personId: personId(person), role, joinedAt }]
  })
}
