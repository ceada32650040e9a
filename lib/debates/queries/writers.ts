import 'server-only'
import { activePeople } from '@/lib/auth/account-status'
import { db } from '@/lib/db/client'

/** How many people may write in a group. */
export async function writersOf(groupId: string): Promise<number> {
  return db().membership.count({
    where: { groupId, role: { not: 'guest' }, person: activePeople() },
  })
}
