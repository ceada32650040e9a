// What can be decided of an item, and of what. Pure.

import { Invalid } from '@/lib/errors'
import type { Source } from './reason'

export const DECISIONS = [
  'approve',
  'hide',
  'remove',
  'request-edit',
  'resolve',
  'lock',
  'move',
  'merge',
  'split',
  'duplicate',
  'warn',
  'mute',
  'suspend',
] as const

/** What a rule decided of a post by itself: it waits for approval. Nobody makes this decision. */
export const HOLD = 'hold'

/** What somebody may decide. */
export type Choice = (typeof DECISIONS)[number]
export type DecisionKind = Choice | typeof HOLD

export const SUBJECT_KINDS = ['annotation', 'reply', 'claim'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

const ONLY_FOR: Readonly<Partial<Record<DecisionKind, readonly SubjectKind[]>>> = {
  move: ['annotation', 'claim'],
  merge: ['claim'],
  split: ['claim'],
  duplicate: ['annotation', 'claim'],
}

// What waits for approval is shown, or it is not.
const OF_HELD: readonly DecisionKind[] = ['approve', 'hide', 'remove']

/** The decisions that can be made of such a thing, which came into the queue from there. */
export function decisionsFor(subject: SubjectKind, source: Source): readonly Choice[] {
  return DECISIONS.filter(
    (kind) =>
      (ONLY_FOR[kind]?.includes(subject) ?? true) && (source !== 'held' || OF_HELD.includes(kind)),
  )
}

/** Throws Invalid where a decision of this kind means nothing for such a thing. */
export function requireFits(kind: Choice, subject: SubjectKind, source: Source): void {
  if (decisionsFor(subject, source).includes(kind)) return
  if (source === 'held') {
    throw new Invalid('held', 'This post waits for approval: approve, hide or remove it first.')
  }
  throw new Invalid('subject', `“${kind}” is no decision about ${NAMES[subject]}.`)
}

const NAMES: Readonly<Record<SubjectKind, string>> = {
  annotation: 'a note',
  reply: 'a reply',
  claim: 'a claim',
}

// What takes the side of those who reported it. The others leave their record as it is.
const UPHOLDS: ReadonlySet<DecisionKind> = new Set<DecisionKind>([
  'hide',
  'remove',
  'request-edit',
  'duplicate',
  'move',
  'lock',
  'warn',
  'mute',
  'suspend',
])

/** Whether a decision says that those who reported it were right; null where it says neither. */
export function upholds(kind: DecisionKind): boolean | null {
  if (kind === 'approve') return false
  return UPHOLDS.has(kind) ? true : null
}

// Of these the author is told, and may appeal.
const TOLD: ReadonlySet<DecisionKind> = new Set<DecisionKind>([
  'hide',
  'remove',
  'request-edit',
  'lock',
  'move',
  'duplicate',
  'merge',
  'split',
  'warn',
  'mute',
  'suspend',
])

/** Whether its author hears of it, with the reason, and may appeal against it. */
export function concernsAuthor(kind: DecisionKind): boolean {
  return TOLD.has(kind)
}

const APPEAL_MONTHS = 6

/** Until when its author may appeal: six months, as article 20 of the EU's Digital Services Act has it. */
export function appealableUntil(decidedAt: Date): Date {
  const until = new Date(decidedAt)
  until.setUTCMonth(until.getUTCMonth() + APPEAL_MONTHS)
  return until
}

export const SANCTION_DAYS_MAXIMUM = 365
const SANCTION_DAYS = 7
const DAY_MS = 86_400_000

/** When a mute or a suspension ends; null for any other decision. Seven days unless it says how many. */
export function endOf(kind: DecisionKind, days: number | undefined, from: Date): Date | null {
  if (kind !== 'mute' && kind !== 'suspend') return null
  return new Date(from.getTime() + (days ?? SANCTION_DAYS) * DAY_MS)
}
