import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { takePseudonym } from '@/lib/pseudonyms/take-pseudonym'
import { threadNews } from '@/lib/threads/news'
import { subjectFor } from '@/lib/threads/queries/subjects'
import { tellOfResolution } from './tell-thread'

/** Resolves a thread. Doing it twice keeps who did it first and when. */
export async function resolveThread(actor: SignedIn, threadId: string): Promise<void> {
  await setResolution(actor, threadId, 'thread.resolved')
}

/** Reopens a thread. */
export async function reopenThread(actor: SignedIn, threadId: string): Promise<void> {
  await setResolution(actor, threadId, 'thread.reopened')
}

async function setResolution(
  actor: SignedIn,
  threadId: string,
  kind: 'thread.resolved' | 'thread.reopened',
): Promise<void> {
  const subject = await subjectFor(actor, threadId)
  authorize(actor, 'thread.resolve', subject.facts)
  const resolves = kind === 'thread.resolved'
  const at = now()
  await transaction(async (tx) => {
    await takePseudonym(tx, {
      assignmentId: subject.facts.annotation?.assignmentId ?? null,
      personId: actor.personId,
    })
    const { count } = await tx.thread.updateMany({
      where: { id: threadId, resolvedAt: resolves ? null : { not: null } },
      data: { resolvedAt: resolves ? at : null, resolvedById: resolves ? actor.personId : null },
    })
    if (count === 0) return
    await threadNews.record(tx, {
      kind,
      actorId: actor.personId,
      subjectId: threadId,
      readingId: subject.readingId,
      groupId: subject.groupId,
      at,
    })
    const change = resolves ? 'resolved' : 'reopened'
    await tellOfResolution(tx, { actor, subject, kind: change, at })
  })
}
