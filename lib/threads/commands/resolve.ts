import 'server-only'
import { now } from '@/lib/clock'
import type { SignedIn } from '@/lib/policy/actor'
import { takePseudonym } from '@/lib/pseudonyms/take-pseudonym'
import { threadNews } from '@/lib/threads/news'
import { switchThread } from './switch-thread'
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
  const resolves = kind === 'thread.resolved'
  const at = now()
  const { personId } = actor
  await switchThread(actor, threadId, {
    ability: 'thread.resolve',
    from: { resolvedAt: resolves ? null : { not: null } },
    to: { resolvedAt: resolves ? at : null, resolvedById: resolves ? personId : null },
    before: async (tx, { facts }) => {
      const assignmentId = facts.annotation?.assignmentId ?? null
      await takePseudonym(tx, { assignmentId, personId })
    },
    tell: async (tx, subject) => {
      const { readingId, groupId } = subject
      const about = { actorId: personId, subjectId: threadId, readingId, groupId }
      await threadNews.record(tx, { kind, ...about, at })
      const change = resolves ? 'resolved' : 'reopened'
      await tellOfResolution(tx, { actor, subject, kind: change, at })
    },
  })
}
