import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { concernsAuthor } from '@/lib/moderation/decision'
import { type DecisionRow, decisionFacts, decisionFor } from '@/lib/moderation/queries/decisions'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { logAct } from './log-act'
import { takeBack } from './take-back'
import { tellAuthor } from './tell-author'

/** Takes a decision back; what it did is undone and its item waits again. Doing it twice changes nothing. */
export async function undoDecision(actor: SignedIn, id: string): Promise<void> {
  const decision = await decisionFor(actor, id)
  authorize(actor, 'decision.undo', decisionFacts(decision))
  if (decision.source === 'appeal') {
    throw new Conflict('appeal', 'An appeal stays decided. Decide about the post itself anew.')
  }
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.decision.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: at, undoneById: actor.personId },
    })
    if (count === 0) return
    await takeBack(tx, { actor, decision })
    await reopen(tx, decision.itemId)
    await settleAppeal(tx, id, at)
    await tx.flag.updateMany({ where: { itemId: decision.itemId }, data: { upheld: null } })
    const item = { ...decision, id: decision.itemId, source: decision.source ?? 'flag' }
    await logAct(tx, { act: 'undone', actorId: actor.personId, item, decision, at })
    await tellOf(tx, actor, decision, at)
  })
}

async function tellOf(tx: Db, actor: SignedIn, decision: DecisionRow, at: Date): Promise<void> {
  if (!concernsAuthor(decision.kind)) return
  await tellAuthor(tx, { kind: 'decision.undone', actorId: actor.personId, decision, at })
}

// Unless the same was put into the queue anew: that item stands for both.
async function reopen(tx: Db, itemId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE review_items i SET state = 'open', version = version + 1
    WHERE id = ${itemId}::uuid AND state = 'decided' AND NOT EXISTS (SELECT FROM review_items o
      WHERE o.subject_id = i.subject_id AND o.source = i.source AND o.state = 'open')`
}

// What was appealed against is no more: the appeal has what it asked for.
async function settleAppeal(tx: Db, decisionId: string, at: Date): Promise<void> {
  const { count } = await tx.appeal.updateMany({
    where: { decisionId, granted: null },
    data: { granted: true, decidedAt: at },
  })
  if (count === 0) return
  await tx.reviewItem.updateMany({
    where: { appealedId: decisionId, state: 'open' },
    data: { state: 'settled', version: { increment: 1 } },
  })
}
