import 'server-only'
import { db } from '@/lib/db/client'

const LEADERS_SHOWN = 200

/** Those who lead a group that the actor was seen to lead, by name: to whom an item can be assigned. The first two hundred. */
export async function leadersOf(
  groupId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await db().membership.findMany({
    where: { groupId, role: { in: ['owner', 'instructor', 'assistant', 'moderator'] } },
    orderBy: { person: { name: 'asc' } },
    take: LEADERS_SHOWN,
    select: { person: { select: { id: true, name: true } } },
  })
  return rows.map(({ person }) => person)
}
