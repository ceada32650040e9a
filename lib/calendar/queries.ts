import 'server-only'
import { type Due, dueSoon } from '@/lib/assignments/queries/due'
import { actorsById } from '@/lib/auth/actor-query'
import { hashSecret } from '@/lib/auth/tokens'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'

/** When the actor's calendar was given a secret address; null where it has none. */
export async function feedOf({ personId }: SignedIn): Promise<Date | null> {
  const feed = await db().calendarFeed.findUnique({
    where: { personId },
    select: { createdAt: true },
  })
  return feed?.createdAt ?? null
}

/** What is due for whoever an address is of, as they may see it now. Throws NotFound for an address that is none, or whose person is out. */
export async function dueByAddress(secret: string): Promise<readonly Due[]> {
  const feed = await db().calendarFeed.findUnique({
    where: { secretHash: hashSecret(secret) },
    select: { personId: true },
  })
  const [actor] = feed ? await actorsById([feed.personId]) : []
  if (!actor) throw new NotFound()
  return dueSoon(actor)
}
