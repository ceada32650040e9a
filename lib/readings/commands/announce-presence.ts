import 'server-only'
import { announce, groupOfConnection } from '@/lib/events/presence'
import type { SignedIn } from '@/lib/policy/actor'
import { veilsOn } from '@/lib/pseudonyms/queries'

type Whereabouts = {
  readonly id: string
  /** The name of the stream that the person holds open. */
  readonly connection: string
  readonly sectionId: string | null
  readonly typingIn: string | null
}

/**
 * Tells the others on a reading where somebody reads and whether they write; only that they are here, while what they write there may
 * stand under a pseudonym: words that come from where one person was writing would lift it. One query.
 */
export async function announcePresence(
  actor: SignedIn,
  { id: readingId, connection, sectionId, typingIn }: Whereabouts,
): Promise<void> {
  const isVeiled = await veilsOn(actor, { readingId, groupId: groupOfConnection(connection) })
  const where = isVeiled ? { sectionId: null, typingIn: null } : { sectionId, typingIn }
  announce(actor.personId, { connection, ...where })
}
