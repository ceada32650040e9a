import 'server-only'
import { annotationNews } from '@/lib/annotations/news'
import { now } from '@/lib/clock'
import type { SignedIn } from '@/lib/policy/actor'
import { switchThread } from './switch-thread'

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
  const locks = kind === 'annotation.locked'
  const at = now()
  return switchThread(actor, threadId, {
    ability: 'thread.lock',
    from: { lockedAt: locks ? null : { not: null } },
    to: { lockedAt: locks ? at : null },
    tell: (tx, { readingId, groupId }) => {
      const about = { actorId: actor.personId, subjectId: threadId, readingId, groupId }
      return annotationNews.record(tx, { kind, ...about, at })
    },
  })
}
