import 'server-only'
import type { Unsubscribing } from '@/lib/auth/mail/unsubscribing'
import { db } from '@/lib/db/client'
import { DEFAULT_SETTINGS } from '@/lib/notifications/contract'

/** Stops letters of a kind to a person, as their link asks. Twice is as once; for whoever is not here any more it does nothing. */
export async function unsubscribe({ personId, kind }: Unsubscribing): Promise<void> {
  const change = kind === 'digest' ? { digest: 'off' } : { mailsAtOnce: false }
  const person = await db().person.findUnique({ where: { id: personId }, select: { id: true } })
  if (!person) return
  await db().notificationSettings.upsert({
    where: { personId },
    create: { personId, ...DEFAULT_SETTINGS, ...change },
    update: change,
  })
}
