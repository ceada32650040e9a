import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Settings } from '@/lib/people/contract/settings'
import { normaliseName } from '@/lib/people/person'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Changes one's own name. */
export async function renamePerson(actor: SignedIn, name: string): Promise<void> {
  authorize(actor, 'person.change', actor)
  await db().person.updateMany({
    where: { id: actor.personId },
    data: { name: normaliseName(name) },
  })
}

/** Changes some of one's own settings and leaves the others. One statement, so that two windows do not undo each other. */
export async function changeSettings(actor: SignedIn, change: Partial<Settings>): Promise<void> {
  authorize(actor, 'person.change', actor)
  await db().$executeRaw(
    Prisma.sql`UPDATE people SET settings = settings || ${JSON.stringify(change)}::jsonb
      WHERE id = ${actor.personId}::uuid`,
  )
}
