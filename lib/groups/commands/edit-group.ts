import 'server-only'
import { db } from '@/lib/db/client'
import type { GroupEdit } from '@/lib/groups/contract'
import { type GroupRow, groupFor } from '@/lib/groups/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Renames or describes a group. Its address stays, so that links keep leading there. */
export async function editGroup(actor: SignedIn, id: string, edit: GroupEdit): Promise<GroupRow> {
  const group = await groupFor(actor, id)
  authorize(actor, 'group.edit', group)
  await db().group.updateMany({
    where: { id: group.id },
    data: {
      name: edit.name?.normalize('NFC'),
      description: edit.description?.normalize('NFC'),
      showsVoters: edit.showsVoters,
    },
  })
  return groupFor(actor, group.id)
}
