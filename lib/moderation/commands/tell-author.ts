import 'server-only'
import type { Db } from '@/lib/db/client'
import { type NotificationKind, notify } from '@/lib/events/notify'
import { isFlagReason, reasonWords } from '@/lib/moderation/reason'

type Told = {
  readonly kind: Extract<
    NotificationKind,
    'post.moderated' | 'decision.undone' | 'appeal.granted' | 'appeal.declined'
  >
  readonly actorId: string
  readonly decision: {
    readonly id: string
    readonly kind: string
    readonly reason: string | null
    readonly authorId: string
    readonly groupId: string
    readonly readingId: string
    readonly threadId: string
  }
  readonly at: Date
}

/** Tells an author what was decided of them, or what became of it. What it is and why is read where the notice leads. */
export async function tellAuthor(tx: Db, { kind, actorId, decision, at }: Told): Promise<void> {
  const { id, groupId, readingId, threadId, authorId: personId, reason } = decision
  // Whoever is suspended does not see the group, and must hear of it all the same.
  const where = decision.kind === 'suspend' ? {} : { groupId, readingId, threadId }
  await notify(tx, {
    personId,
    kind,
    subjectId: id,
    eventKey: `${kind}/${id}/${at.getTime()}`,
    actorId,
    ...where,
    particulars: {
      decision: decision.kind,
      ...(reason !== null && isFlagReason(reason) && { reason: reasonWords(reason) }),
    },
    at,
  })
}
