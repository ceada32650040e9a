import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { FlagInput } from '@/lib/moderation/contract/review'
import { subjectOf } from '@/lib/moderation/queries/subjects'
import type { SignedIn } from '@/lib/policy/actor'
import { openItem, weighFlags } from './open-item'

/**
 * Reports a post to those who lead its group. Whoever reports it again while it waits says their reason anew. Throws NotFound,
 * Forbidden for one's own post, Invalid for what stands in no group.
 */
export async function flagPost(
  actor: SignedIn,
  { subject: named, reason, words }: FlagInput,
): Promise<{ readonly id: string }> {
  const subject = await subjectOf(actor, named)
  if (!subject.mayFlag) throw new Forbidden('Nobody reports what they wrote, or what is deleted.')
  const { group, readingId, sectionId, threadId, authorId } = subject
  if (group === null) {
    throw new Invalid('no-group', 'This stands in no group, so nobody looks after it.')
  }
  const at = now()
  return transaction(async (tx) => {
    const itemId = await openItem(tx, {
      groupId: group.id,
      readingId,
      sectionId,
      threadId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      authorId,
      source: 'flag',
      at,
    })
    const { id } = await tx.flag.upsert({
      where: { itemId_reporterId: { itemId, reporterId: actor.personId } },
      create: {
        id: newId(),
        itemId,
        groupId: group.id,
        reporterId: actor.personId,
        reason,
        words,
        at,
      },
      update: { reason, words, at },
      select: { id: true },
    })
    await weighFlags(tx, itemId)
    return { id }
  })
}
