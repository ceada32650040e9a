import { db } from '@/lib/db/client'
import type { GroupRole, SignedIn } from '@/lib/policy/actor'
import type { GroupKind } from '@/lib/policy/facts'
import { makeGroup } from './group'
import { joining, makePerson } from './person'

/** A group whose first person owns it and whose others have the roles given, in that order. */
export async function groupWith(
  roles: readonly GroupRole[],
  kind: GroupKind = 'team',
): Promise<{ readonly groupId: string; readonly people: readonly SignedIn[] }> {
  const { id: groupId } = await makeGroup({ kind })
  const people: SignedIn[] = []
  // One after the other: the order in which they join is what members are listed by.
  for (const role of ['owner' as const, ...roles]) {
    people.push(await joining(await makePerson(), groupId, role))
  }
  return { groupId, people }
}

/** The role of somebody in a group, as it stands in the database. */
export async function roleOf(groupId: string, { personId }: SignedIn): Promise<GroupRole | null> {
  const row = await db().membership.findUnique({
    where: { groupId_personId: { groupId, personId } },
    select: { role: true },
  })
  return row?.role ?? null
}

/** The thing at an index, which must be there. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`nothing at ${index}`)
  return item
}
