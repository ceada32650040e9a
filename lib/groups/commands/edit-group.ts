import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import type { GroupEdit } from '@/lib/groups/contract'
import { type GroupRow, groupFor } from '@/lib/groups/queries'
import { personNews } from '@/lib/people/news'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Renames or describes a group. Its address stays, so that links keep leading there. */
export async function editGroup(actor: SignedIn, id: string, edit: GroupEdit): Promise<GroupRow> {
  const group = await groupFor(actor, id)
  authorize(actor, 'group.edit', group)
  await transaction(async (tx) => {
    await tx.group.updateMany({
      where: { id: group.id },
      data: {
        name: edit.name?.normalize('NFC'),
        description: edit.description?.normalize('NFC'),
        showsVoters: edit.showsVoters,
        timeZone: edit.timeZone,
      },
    })
    if (edit.showsVoters === undefined) return
    await personNews.record(tx, {
      kind: 'sight.changed',
      actorId: actor.personId,
      subjectId: group.id,
      groupId: group.id,
      at: now(),
    })
  })
  return groupFor(actor, group.id)
}
