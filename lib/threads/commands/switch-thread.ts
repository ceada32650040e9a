import 'server-only'
import { type Db, transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import type { ThreadSubject } from '@/lib/threads/queries/subjects'
import { subjectFor } from '@/lib/threads/queries/subjects'

type Switch = {
  readonly ability: 'thread.lock' | 'thread.resolve'
  /** How the thread stands now, so that of two who do the same at once one changes it. */
  readonly from: Prisma.ThreadWhereInput
  readonly to: Prisma.ThreadUncheckedUpdateManyInput
  /** What goes before, whether or not anything changes. */
  readonly before?: (tx: Db, subject: ThreadSubject) => Promise<void>
  /** Tells of the change, in its transaction. */
  readonly tell: (tx: Db, subject: ThreadSubject) => Promise<void>
}

/** Changes a state of a thread that is there or not. Says whether it changed: doing it twice changes and tells nothing. */
export async function switchThread(
  actor: SignedIn,
  threadId: string,
  { ability, from, to, before, tell }: Switch,
): Promise<boolean> {
  const subject = await subjectFor(actor, threadId)
  authorize(actor, ability, subject.facts)
  return transaction(async (tx) => {
    await before?.(tx, subject)
    const { count } = await tx.thread.updateMany({ where: { id: threadId, ...from }, data: to })
    if (count === 0) return false
    await tell(tx, subject)
    return true
  })
}
