// How far everybody of the demo has read: all that is older than his last visit, and all up to what he wrote himself.

import type { GroupKey } from './groups'
import { GROUPS, membersOf } from './groups'
import { minutesBefore } from './moment'
import type { DemoNote } from './note'
import { PERSON_KEYS, type PersonKey } from './people'
import type { PostTrace } from './thread-rows'
import { LAST_READ } from './world'

/** Who sees a demo note. */
export function readersOf(note: DemoNote, group: GroupKey): readonly PersonKey[] {
  if (note.visibility === 'private') return [note.by]
  if (GROUPS[group].kind === 'public' || note.visibility === 'public') return PERSON_KEYS
  return PERSON_KEYS.filter((key) => membersOf(group)[key] !== undefined)
}

/** The newest of a thread's posts that a person has read, or null when there is none. */
export function lastReadBy(
  key: PersonKey,
  posts: readonly PostTrace[],
  now: Date,
): PostTrace | null {
  const visit = minutesBefore(now, LAST_READ[key] ?? 0)
  return posts.findLast(({ by, at }) => by === key || at <= visit) ?? null
}
