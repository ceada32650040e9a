import 'server-only'
import type { Db } from '@/lib/db/client'
import type { DebateRow } from '@/lib/debates/queries/debates'
import type { ChangeKind } from '@/lib/debates/restructure'
import { notifyAll } from '@/lib/events/notify'
import type { SignedIn } from '@/lib/policy/actor'

type Concern = {
  readonly actor: SignedIn
  readonly debate: Pick<DebateRow, 'readingId' | 'sectionId' | 'groupId'>
  readonly claim: { readonly id: string; readonly text: string }
  /** Whose claims or votes were touched. */
  readonly concerned: readonly string[]
  readonly what: ChangeKind | 'restored'
  readonly at: Date
}

/** Tells those whose claims or votes were touched that the debate was put into another order, or back. Two statements at most. */
export async function tellConcerned(tx: Db, concern: Concern): Promise<void> {
  const { actor, debate, claim, what, at } = concern
  const personIds = concern.concerned.filter((id) => id !== actor.personId)
  if (personIds.length === 0) return
  const { slug } = await tx.group.findUniqueOrThrow({
    where: { id: debate.groupId },
    select: { slug: true },
  })
  await notifyAll(tx, personIds, {
    kind: what === 'restored' ? 'debate.restored' : 'debate.rearranged',
    subjectId: claim.id,
    readingId: debate.readingId,
    particulars: {
      title: claim.text,
      by: actor.name,
      what,
      sectionId: debate.sectionId,
      groupSlug: slug,
    },
    at,
  })
}
