import type { AnyActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { Account } from './account-menu'

/** What the header shows of who looks; null for a guest. */
export function accountOf(actor: AnyActor): Account | null {
  if (actor.kind !== 'signed-in') return null
  return {
    id: actor.personId,
    name: actor.name,
    administrator: can(actor, 'site.administer', null),
  }
}
