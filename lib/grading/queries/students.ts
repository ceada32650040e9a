import 'server-only'
import { db } from '@/lib/db/client'

/** Whether somebody is a student of a course: those who lead it are not graded. */
export async function studies(groupId: string, personId: string): Promise<boolean> {
  const found = await db().membership.findFirst({
    where: { groupId, personId, role: 'member' },
    select: { personId: true },
  })
  return found !== null
}
