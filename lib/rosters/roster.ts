// What a list does to a course: who is new, who changes, who stays. Nobody is removed by a list. Pure.

import type { GroupRole } from '@/lib/policy/actor'
import type { RosterLine } from './roster-list'

/** Who is behind an address in the course already: somebody in it, or somebody invited by an earlier list who has not joined yet. */
export type Known =
  | { readonly kind: 'member'; readonly personId: string; readonly role: GroupRole }
  | {
      readonly kind: 'invited'
      readonly invitationId: string
      readonly role: GroupRole
      readonly name: string
    }

/** What was changed of somebody who was there already: what stood, and what stands instead. */
export type RosterChange = {
  readonly known: Known
  readonly role: GroupRole
  readonly name: string
}

export type RosterPlan = {
  readonly added: readonly RosterLine[]
  readonly changed: readonly (RosterLine & { readonly known: Known })[]
  readonly unchanged: readonly RosterLine[]
}

/** Tells for each line what it does. A member keeps the name that they gave themselves; a list can only correct that of an invitation. */
export function planRoster(
  lines: readonly RosterLine[],
  known: ReadonlyMap<string, Known>,
): RosterPlan {
  const added: RosterLine[] = []
  const changed: (RosterLine & { readonly known: Known })[] = []
  const unchanged: RosterLine[] = []
  for (const line of lines) {
    const who = known.get(line.email)
    if (!who) added.push(line)
    else if (differs(line, who)) changed.push({ ...line, known: who })
    else unchanged.push(line)
  }
  return { added, changed, unchanged }
}

function differs({ role, name }: RosterLine, known: Known): boolean {
  if (role !== known.role) return true
  return known.kind === 'invited' && name !== '' && name !== known.name
}
