import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { recordNoticesOf } from '@/lib/events/notify'
import { HOLD } from '@/lib/moderation/decision'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { isDocNode } from '@/lib/text/doc-node'
import { threadNews } from '@/lib/threads/news'
import { repliesById, replyFor } from '@/lib/threads/queries/replies'
import { type ReplyRow, replyFacts } from '@/lib/threads/queries/rows'
import type { ThreadSubject } from '@/lib/threads/queries/subjects'
import { tellOfReply } from './tell-thread'

/** Deletes a reply; what hangs on it stays. Doing it twice changes nothing. */
export async function removeReply(actor: SignedIn, id: string): Promise<ReplyRow> {
  const { reply } = await replyFor(actor, id)
  authorize(actor, 'reply.delete', replyFacts(reply))
  return changeStanding(actor, id, 'reply.deleted')
}

/** Takes the deletion of a reply back. */
export async function restoreReply(actor: SignedIn, id: string): Promise<ReplyRow> {
  const { reply } = await replyFor(actor, id)
  if (reply.deletedAt === null) return reply
  authorize(actor, 'reply.restore', replyFacts(reply))
  return changeStanding(actor, id, 'reply.restored')
}

async function changeStanding(
  actor: SignedIn,
  id: string,
  kind: 'reply.deleted' | 'reply.restored',
): Promise<ReplyRow> {
  const { reply, subject } = await replyFor(actor, id)
  const deletes = kind === 'reply.deleted'
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.reply.updateMany({
      where: { id, deletedAt: deletes ? null : { not: null } },
      data: deletes
        ? { deletedAt: at, deletedById: actor.personId }
        : { deletedAt: null, deletedById: null, decisionId: null },
    })
    if (count === 0) return
    await tx.thread.update({
      where: { id: reply.threadId },
      data: { replyCount: { increment: deletes ? -1 : 1 } },
      select: { id: true },
    })
    await threadNews.record(tx, {
      kind,
      actorId: actor.personId,
      subjectId: id,
      readingId: subject.readingId,
      groupId: subject.groupId,
      at,
    })
    await recordNoticesOf(tx, id, at)
    if (!deletes && reply.moderation?.kind === HOLD)
      await tellOfApproved(tx, { reply, subject, at })
  })
  // Not asked for anew: a deleted note goes with the last reply to it, and nobody sees either any more.
  const [changed] = await repliesById(actor, [id])
  return changed?.reply ?? reply
}

type Approved = {
  readonly reply: ReplyRow
  readonly subject: ThreadSubject
  readonly at: Date
}

// Nobody was told of a reply that waited for approval.
async function tellOfApproved(tx: Db, { reply, subject, at }: Approved): Promise<void> {
  const { id, body, parentId, authorId: personId } = reply
  if (!isDocNode(body)) return
  const parent =
    parentId === null
      ? null
      : await tx.reply.findUnique({ where: { id: parentId }, select: { authorId: true } })
  const answered = parent?.authorId ?? null
  await tellOfReply(tx, { actor: { personId }, subject, post: { id, doc: body, at }, answered })
}
