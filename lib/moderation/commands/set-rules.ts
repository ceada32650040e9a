import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { groupFor } from '@/lib/groups/queries'
import { newId } from '@/lib/ids'
import type { HouseRules } from '@/lib/moderation/contract/house-rules'
import { houseRulesOf } from '@/lib/moderation/queries/log'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Changes the rules of a group; what is left out stays. Nothing else ever changes them. */
export async function setRules(
  actor: SignedIn,
  id: string,
  change: { readonly [Key in keyof HouseRules]?: HouseRules[Key] | undefined },
): Promise<HouseRules> {
  const group = await groupFor(actor, id)
  authorize(actor, 'group.edit', group)
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM groups WHERE id = ${group.id}::uuid FOR NO KEY UPDATE`
    const rules = { ...(await houseRulesOf(group)), ...defined(change) }
    await tx.group.updateMany({ where: { id: group.id }, data: { houseRules: rules } })
    await tx.audit.createMany({
      data: {
        id: newId(),
        at: now(),
        actorId: actor.personId,
        action: 'group.rules-changed',
        subjectId: group.id,
        particulars: { changed: Object.keys(defined(change)) },
      },
    })
    return rules
  })
}

function defined<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as never
}
