import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { appealableUntil, concernsAuthor } from '@/lib/moderation/decision'
import { decisionFacts, decisionFor } from '@/lib/moderation/queries/decisions'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { logAct } from './log-act'
import { openItem } from './open-item'

/**
 * Asks for a second look at a decision about what one wrote, once, within six months. Somebody else decides it. Throws Conflict when it is
 * too late, was taken back, or was asked already.
 */
export async function appealDecision(
  actor: SignedIn,
  decisionId: string,
  words: string,
): Promise<{ readonly id: string }> {
  const decision = await decisionFor(actor, decisionId)
  authorize(actor, 'decision.appeal', decisionFacts(decision))
  const at = now()
  if (decision.undoneAt !== null || !concernsAuthor(decision.kind)) {
    throw new Conflict('nothing', 'There is nothing to appeal against any more.')
  }
  if (at >= appealableUntil(decision.decidedAt)) {
    throw new Conflict('too-late', 'An appeal is open for six months after a decision.')
  }
  const id = newId()
  await transaction(async (tx) => {
    const made = await tx.appeal.createMany({
      data: { id, decisionId, itemId: id, authorId: actor.personId, words, at },
      skipDuplicates: true,
    })
    if (made.count === 0) {
      throw new Conflict('appealed', 'You have appealed already. Somebody else looks at it.')
    }
    const { groupId, readingId, threadId, subjectKind, subjectId, authorId } = decision
    const about = { groupId, readingId, threadId, subjectKind, subjectId, authorId }
    const itemId = await openItem(tx, {
      ...about,
      sectionId: null,
      source: 'appeal',
      appealedId: decisionId,
      at,
    })
    await tx.appeal.updateMany({ where: { id }, data: { itemId } })
    const item = { id: itemId, source: 'appeal', ...about }
    await logAct(tx, { act: 'appealed', actorId: actor.personId, item, decision, at })
  })
  return { id }
}
