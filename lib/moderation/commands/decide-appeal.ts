import 'server-only'
import type { Db } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import type { Before, Deciding } from './deciding'
import { takeBack } from './take-back'
import { tellAuthor } from './tell-author'

/** Grants an appeal (approve) or declines it (anything else). Granted, the decision is taken back, in the same transaction. */
export async function decideAppeal(tx: Db, { actor, found, input, at }: Deciding): Promise<Before> {
  const { appealed } = found
  if (appealed === null) throw new Conflict('gone', 'What this appeal is about is gone.')
  const granted = input.kind === 'approve'
  await tx.appeal.updateMany({
    where: { decisionId: appealed.id },
    data: { granted, decidedAt: at },
  })
  if (granted) {
    await tx.decision.updateMany({
      where: { id: appealed.id, undoneAt: null },
      data: { undoneAt: at, undoneById: actor.personId },
    })
    await takeBack(tx, { actor, decision: appealed })
    await tx.flag.updateMany({ where: { itemId: appealed.itemId }, data: { upheld: false } })
  }
  const kind = granted ? 'appeal.granted' : 'appeal.declined'
  await tellAuthor(tx, { kind, actorId: actor.personId, decision: appealed, at })
  return { granted }
}
