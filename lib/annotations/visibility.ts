// Who a note is for, and how that may change.

import { Conflict, Invalid } from '@/lib/errors'
import type { Visibility } from '@/lib/policy/facts'

const BREADTH: Readonly<Record<Visibility, number>> = { private: 0, group: 1, public: 2 }

/** Whether fewer people see one than the other. */
export function isNarrower(visibility: Visibility, than: Visibility): boolean {
  return BREADTH[visibility] < BREADTH[than]
}

/** Throws when a note cannot be for these people: a group note needs a group, and what others answered stays with them. */
export function requireVisibilityChange(
  note: { visibility: Visibility; groupId: string | null; replyCount: number },
  next: Visibility,
): void {
  if (next === note.visibility) return
  if (next === 'group' && note.groupId === null) {
    throw new Invalid('group', 'This note stands in no group. Make it private or public.')
  }
  if (isNarrower(next, note.visibility) && note.replyCount > 0) {
    throw new Conflict(
      'has-replies',
      'Others have replied, so this note cannot be hidden from them.',
    )
  }
}
