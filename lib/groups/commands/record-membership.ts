import 'server-only'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { personNews } from '@/lib/people/news'
import type { GroupRole, Operator, SignedIn } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'

export type MembershipChange = {
  readonly actor: SignedIn | Operator
  readonly action:
    | 'group.created'
    | 'membership.added'
    | 'membership.joined'
    | 'membership.changed'
    | 'membership.removed'
    | 'membership.muted'
    | 'membership.suspended'
    | 'membership.let-off'
  readonly groupId: string
  readonly personId: string
  readonly role: GroupRole
  readonly at: Date
}

/**
 * Tells of a change of somebody's place in a group, in the transaction that makes it: to the audit, and to the person's own open
 * streams, which end so that nothing is heard by rights that are gone.
 */
export async function recordMembership(tx: Db, change: MembershipChange): Promise<void> {
  const actorId = personOf(change.actor)
  const { action, groupId, personId, role, at } = change
  await tx.audit.createMany({
    data: { id: newId(), at, actorId, action, subjectId: groupId, particulars: { personId, role } },
  })
  await personNews.record(tx, { kind: 'person.changed', actorId, subjectId: personId, at })
}
