import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { tracesFrom } from '@/lib/debates/contract/traces'
import { changeById } from '@/lib/debates/queries/changes'
import { debateFor } from '@/lib/debates/queries/debates'
import { linksOf } from '@/lib/debates/queries/links'
import { applied, reverseOf } from '@/lib/debates/restructure'
import type { Traces } from '@/lib/debates/traces'
import { Conflict } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { storeRearrangement } from './rearrange'
import { lockDebate, recountTruth } from './recount'
import { tellConcerned } from './tell-concerned'
import { tellDebate } from './tell-debate'

/**
 * Takes a change of a debate's order back: links, votes that went with them, what was merged or put away. Who may arrange the debate may, and who made the change
 * himself. A Conflict when what it left was changed since.
 */
export async function undoRearrangement(actor: SignedIn, changeId: string): Promise<void> {
  const row = await changeById(changeId)
  const debate = await debateFor(actor, row.debateId)
  authorize(actor, 'change.undo', { debate: debate.facts, madeById: row.actor?.id ?? null })
  const traces = tracesFrom(row.particulars)
  const at = now()
  await transaction(async (tx) => {
    await lockDebate(tx, debate.id)
    const { count } = await tx.debateChange.updateMany({
      where: { id: changeId, undoneAt: null },
      data: { undoneAt: at, undoneById: actor.personId },
    })
    if (count === 0) throw new Conflict('undone-already', 'This was taken back already.')
    const change = reverseOf(traces.change)
    applied(await linksOf(debate.id), change)
    await takeBackMerge(tx, row.claimId, traces)
    if (traces.words) {
      const { id, text } = traces.words
      await tx.claim.updateMany({ where: { id }, data: { text, version: { increment: 1 } } })
    }
    await storeRearrangement(tx, { actor, debate, change, at, votes: traces.votes })
    await tellConcerned(tx, {
      actor,
      debate,
      claim: { id: row.claimId, text: row.summary },
      concerned: row.actor ? [...new Set([...row.concerned, row.actor.id])] : row.concerned,
      what: 'restored',
      at,
    })
    const subjects = new Set([row.claimId, ...change.made.map(({ childId }) => childId)])
    for (const subjectId of subjects) {
      await tellDebate(tx, debate, {
        kind: 'claim.rearranged',
        actorId: actor.personId,
        subjectId,
        at,
      })
    }
  })
}

// What a merged claim brought along goes back with it: evidence, and the votes of those who had not voted on the other one.
async function takeBackMerge(tx: Db, from: string, { voters, evidence }: Traces): Promise<void> {
  const merged = await tx.claim.findUnique({ where: { id: from }, select: { mergedIntoId: true } })
  const into = merged?.mergedIntoId
  if (into === null || into === undefined) return
  await tx.evidence.updateMany({ where: { id: { in: [...evidence] } }, data: { claimId: from } })
  // Who has voted anew since then means the other claim: his vote stays there.
  await tx.$executeRaw`
    DELETE FROM truth_votes v USING truth_votes w
    WHERE v.claim_id = ${into}::uuid AND w.claim_id = ${from}::uuid AND w.person_id = v.person_id
      AND w.at = v.at AND v.person_id = ANY(${[...voters]}::uuid[])`
  await recountTruth(tx, into)
  for (const id of [from, into]) {
    const citations = await tx.evidence.count({ where: { claimId: id } })
    await tx.claim.updateMany({ where: { id }, data: { citations } })
  }
}
