// What the review desk says: sources, decisions, ages.

import type { DecisionKind } from '@/lib/moderation/decision'
import { FLAG_REASONS, reasonWords, type Source } from '@/lib/moderation/reason'

/** What is asked above the decisions: a reason to hide, words for an edit, something rarer, or who looks at it. */
export type DeskPanel = 'hide' | 'edit' | 'more' | 'assign'

type Address = {
  readonly source: Source | undefined
  readonly state: 'open' | 'snoozed' | 'decided' | 'settled'
  readonly isMine: boolean
}

/** Where a part of a group's queue is read. */
export function deskHref(slug: string, { source, state, isMine }: Address): string {
  const query = new URLSearchParams()
  if (source) query.set('source', source)
  if (state !== 'open') query.set('state', state)
  if (isMine) query.set('mine', '1')
  const text = query.toString()
  return `/groups/${slug}/review${text === '' ? '' : `?${text}`}`
}

const VIEWS: Readonly<Record<Source, string>> = {
  flag: 'Reports',
  unanswered: 'Unanswered',
  'without-evidence': 'Without evidence',
  contested: 'Most contested',
  'first-post': 'First posts',
  held: 'Waiting for approval',
  'needs-look': 'Text changed',
  stale: 'Gone quiet',
  appeal: 'Appeals',
}

/** A part of the queue by where its items come from: "Reports". */
export function viewName(source: Source): string {
  return VIEWS[source]
}

const DONE: Readonly<Record<DecisionKind, string>> = {
  approve: 'Approved',
  hold: 'Held for approval',
  hide: 'Hidden',
  remove: 'Removed',
  'request-edit': 'Asked for an edit',
  resolve: 'Resolved',
  lock: 'Locked',
  move: 'Moved',
  merge: 'Merged',
  split: 'Split',
  duplicate: 'Marked as a duplicate',
  warn: 'Warned',
  mute: 'Muted',
  suspend: 'Suspended',
}

/** What was decided: "Hidden, off topic". */
export function decisionWords(kind: DecisionKind, reason: string | null): string {
  const known = FLAG_REASONS.find((each) => each === reason)
  return known ? `${DONE[kind]}, ${reasonWords(known).toLowerCase()}` : DONE[kind]
}

const PARTS: Readonly<Record<string, string>> = {
  reason: 'Reason',
  reporters: 'Reporters',
  number: 'Others',
  age: 'Age',
}

/** A part of a priority, by name. */
export function partName(name: string): string {
  return PARTS[name] ?? name
}

const HOUR_MS = 3_600_000

/** How long something waits, as short as a list wants it: "5 h", "3 d". */
export function waiting(since: string, now: Date): string {
  const hours = Math.max(0, (now.getTime() - Date.parse(since)) / HOUR_MS)
  if (hours < 1) return 'new'
  return hours < 24 ? `${Math.floor(hours)} h` : `${Math.floor(hours / 24)} d`
}
