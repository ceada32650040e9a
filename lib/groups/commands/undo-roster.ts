import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { type RosterRow, rosteredCourse, rosterFor } from '@/lib/rosters/queries'
import type { RosterChange } from '@/lib/rosters/roster'
import { carryOut } from './add-roster'
import { lockGroup, requireOwner } from './memberships'

/**
 * Takes a list back: the invitations that nobody has taken end, and whoever it changed is as before, unless somebody changed them since. Who
 * joined stays. Twice changes nothing. Throws NotFound and Forbidden.
 */
export async function undoRoster(
  actor: SignedIn,
  { id, rosterId }: { readonly id: string; readonly rosterId: string },
): Promise<RosterRow> {
  const group = await rosteredCourse(actor, id)
  const { changes } = await rosterFor(actor, id, rosterId)
  for (const { known } of changes) {
    if (known.kind === 'member') authorize(actor, 'membership.change', { group, ...known })
  }
  await transaction(async (tx) => {
    await lockGroup(tx, group.id)
    const at = now()
    const { count } = await tx.roster.updateMany({
      where: { id: rosterId, undoneAt: null },
      data: { undoneAt: at },
    })
    if (count === 0) return
    await tx.invitation.updateMany({
      where: { rosterId, acceptedById: null, revokedAt: null },
      data: { revokedAt: at },
    })
    await carryOut(tx, actor, { groupId: group.id, changes: changes.map(backwards), at })
    await requireOwner(tx, group.id)
  })
  return rosterFor(actor, id, rosterId)
}

function backwards({ known, role, name }: RosterChange): RosterChange {
  if (known.kind === 'member') return { known: { ...known, role }, role: known.role, name }
  return { known: { ...known, role, name }, role: known.role, name: known.name }
}
