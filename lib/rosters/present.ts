import { invitationState, shownCode } from '@/lib/groups/invitation'
import type { PlaceShape, RosterPreviewShape, RosterShape } from './contract'
import type { PlaceRow, RosterRow } from './queries'
import type { RosterPlan } from './roster'
import type { RosterFault } from './roster-list'

/** What a list would do, line by line. */
export function presentPreview(
  { added, changed, unchanged }: RosterPlan,
  faults: readonly RosterFault[],
): RosterPreviewShape {
  const items = [
    ...added.map((line) => ({ ...line, does: 'adds' as const, roleBefore: null })),
    ...changed.map(({ known, ...line }) => ({
      ...line,
      does: 'changes' as const,
      roleBefore: known.role,
    })),
    ...unchanged.map((line) => ({ ...line, does: 'nothing' as const, roleBefore: line.role })),
  ]
  return { items: items.toSorted((a, b) => a.line - b.line), faults: [...faults] }
}

/** A list that was added. */
export function presentRoster({ addedAt, undoneAt, changes, ...row }: RosterRow): RosterShape {
  const { id, addedBy, invited, joined } = row
  return {
    ...{ id, addedBy, invited, joined, changed: changes.length },
    addedAt: addedAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }
}

/** Somebody who was invited by a list. */
export function presentPlace(row: PlaceRow, now: Date): PlaceShape {
  const { id, name, email, role, code, acceptedBy } = row
  return {
    ...{ id, role, name: name ?? '', email: email ?? '', code: shownCode(code) },
    state: stateOf(row, now),
    person: acceptedBy,
  }
}

function stateOf(row: PlaceRow, now: Date): PlaceShape['state'] {
  const state = invitationState(row, now)
  if (state === 'open') return 'waiting'
  return state === 'used-up' ? 'joined' : state
}
