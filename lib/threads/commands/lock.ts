import 'server-only'
import { annotationNews } from '@/lib/annotations/news'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { subjectFor } from '@/lib/threads/queries/subjects'

/** Closes a thread to further replies but those of who leads its group. Says whether it was open. */
export async function lockThread(actor: SignedIn, threadId: string): Promise<boolean> {
  return setLock(actor, threadId, 'annotation.locked')
}

/** Opens a thread to replies again. */
export async function unlockThread(actor: SignedIn, threadId: string): Promise<void> {
  await setLock(actor, threadId, 'annotation.unlocked')
}

async function setLock(
  actor: SignedIn,
  threadId: string,
  kind: 'annotation.locked' | 'annotation.unlocked',
): Promise<boolean> {
  const subject = await subjectFor(actor, threadId)
  authorize(actor, 'thread.lock', subject.facts)
  const locks = kind === 'annotation.locked'
  const at = now()
  return transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id: threadId, lockedAt: locks ? null : { not: null } },
      data: { lockedAt: locks ? at : null },
    })
    if (count === 0) return false
    await annotationNews.record(tx, {
      kind,
      actorId: actor.personId,
      subjectId: threadId,
      readingId: subject.readingId,
      groupId: subject.groupId,
      at,
    })
    return true
  })
}
