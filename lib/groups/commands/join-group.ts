import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { type GroupRow, groupFor } from '@/lib/groups/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { recordMembership } from './record-membership'

/** Joins a public group as a member. Who is in it already stays as he is. */
export async function joinGroup(actor: SignedIn, id: string): Promise<GroupRow> {
  const group = await groupFor(actor, id)
  authorize(actor, 'group.join', group)
  const change = { groupId: group.id, personId: actor.personId, role: 'member' as const }
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.membership.createMany({
      data: { ...change, joinedAt: at },
      skipDuplicates: true,
    })
    if (count > 0) await recordMembership(tx, { actor, action: 'membership.joined', ...change, at })
  })
  return group
}
