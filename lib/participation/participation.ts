// How much somebody took part in an assignment: a pure function of what they wrote. It never looks at time spent, scrolling, opening,
// popularity or votes, and every item is counted or says why not. `Σ w·min(1, x/g) / Σ w` over the four parts of the scheme.

import { type LateRule, latenessFactor } from '@/lib/assignments/lateness'
import type { RequiredKind } from '@/lib/assignments/required-kinds'
import { NEAR_DUPLICATE_FROM, type NearDuplicate } from './near-duplicates'
import { PARTS, type Part, type Scheme } from './scheme'

/** Who took a post away: its author at any time, or staff, at a moment that decides whether it still counts. */
export type Removal = { readonly by: 'author' | 'staff'; readonly at: Date }

export type Passage = { readonly start: number; readonly end: number }

/** One note or reply of one person, with the facts that decide whether it counts. */
export type Item = {
  readonly id: string
  readonly kind: 'note' | 'reply'
  /** When it first had enough own words: later edits never make it later. */
  readonly at: Date
  /** The section it was made in. */
  readonly sectionId: string | null
  readonly ownWords: number
  readonly removal: Removal | null
  readonly duplicate: NearDuplicate | null
  /** The required kinds it is one of. */
  readonly kinds: readonly RequiredKind[]
  /** A note's passage, in UTF-16 offsets of the text it was made on; null: the section as a whole. Notes on one passage count once. */
  readonly passage: Passage | null
  /** A reply's thread, the post it answers and that post's author; null for notes. */
  readonly answers: {
    readonly threadId: string
    readonly postId: string
    readonly authorId: string
  } | null
}

export type Assigned = {
  readonly personId: string
  readonly sectionIds: readonly string[]
  readonly requiredKinds: readonly RequiredKind[]
  readonly opensAt: Date | null
  /** This person's own due time. */
  readonly dueAt: Date | null
  /** Until when replies are on time; null: as everything else. */
  readonly repliesUntil: Date | null
  /** IANA name: where a day begins and ends. */
  readonly timeZone: string
  readonly lateRule: LateRule
}

export type CountedItem = {
  readonly id: string
  readonly counted: boolean
  /** What it is worth: 1 on time, less when late, 0 where it does not count. */
  readonly factor: number
  /** Why it counts for less or not at all; empty for a full count. */
  readonly reason: string
}

export type PartScore = {
  readonly part: Part
  readonly reached: number
  readonly goal: number
  readonly weight: number
}

export type Participation = {
  /** 0 to 1. */
  readonly value: number
  readonly parts: readonly PartScore[]
  /** In the order they were written. */
  readonly items: readonly CountedItem[]
}

type Verdict = { readonly item: Item; readonly factor: number; readonly reason: string }

/** The score of one person, with its reasons. The order of `items` does not matter. O(n log n). */
export function participationOf(
  items: readonly Item[],
  assigned: Assigned,
  scheme: Scheme,
): Participation {
  const verdicts = capped(
    items.toSorted(byTime).map((item) => verdictOn(item, assigned, scheme)),
    assigned,
    scheme,
  )
  const parts = partsOf(verdicts, assigned, scheme)
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
  const sum = parts.reduce(
    (all, { weight, reached, goal }) => all + weight * Math.min(1, reached / goal),
    0,
  )
  return {
    value: weights === 0 ? 0 : sum / weights,
    parts,
    items: verdicts.map(({ item, factor, reason }) => ({
      id: item.id,
      counted: factor > 0,
      factor,
      reason,
    })),
  }
}

function byTime(one: Item, other: Item): number {
  return one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1)
}

function verdictOn(item: Item, assigned: Assigned, scheme: Scheme): Verdict {
  const reason = notSubstantive(item, assigned, scheme)
  if (reason !== null) return { item, factor: 0, reason }
  const due = item.kind === 'reply' ? (assigned.repliesUntil ?? assigned.dueAt) : assigned.dueAt
  const factor = latenessFactor(item.at, due, assigned.lateRule)
  if (factor === 0) return { item, factor, reason: 'Late: written after work counted' }
  return { item, factor, reason: factor < 1 ? `Late: counts for ${factor.toFixed(2)}` : '' }
}

// The first reason that holds, in words that name the number found and the limit.
function notSubstantive(item: Item, assigned: Assigned, scheme: Scheme): string | null {
  return (
    removedReason(item, assigned) ?? misplacedReason(item, assigned) ?? wordsReason(item, scheme)
  )
}

function removedReason({ removal }: Item, assigned: Assigned): string | null {
  if (removal?.by === 'author') return 'Deleted by its author'
  return removal && !isAfterDeadline(removal.at, assigned)
    ? 'Removed by staff before the deadline'
    : null
}

function misplacedReason({ at, sectionId, answers }: Item, assigned: Assigned): string | null {
  if (assigned.opensAt && at < assigned.opensAt) return 'Written before the assignment opened'
  if (sectionId === null || !assigned.sectionIds.includes(sectionId)) {
    return 'Not in an assigned section'
  }
  return answers?.authorId === assigned.personId ? 'An answer to oneself' : null
}

function wordsReason({ kind, ownWords, duplicate }: Item, { leastWords }: Scheme): string | null {
  if (ownWords < leastWords) {
    const words = ownWords === 1 ? '1 own word' : `${ownWords} own words`
    return `${words}; a ${kind} counts from ${leastWords}`
  }
  if (!duplicate) return null
  const limit = NEAR_DUPLICATE_FROM.toFixed(2)
  return `Near copy of another post; ${duplicate.likeness.toFixed(2)} alike, the limit is ${limit}`
}

function isAfterDeadline(at: Date, { dueAt, repliesUntil }: Assigned): boolean {
  const ends = [dueAt, repliesUntil].flatMap((end) => (end === null ? [] : [end.getTime()]))
  return ends.length > 0 && at.getTime() >= Math.max(...ends)
}

// What a post counts beside the others: one note a passage and a few a section, one reply a post and a few a thread and day.
function capped(
  verdicts: readonly Verdict[],
  assigned: Assigned,
  scheme: Scheme,
): readonly Verdict[] {
  const people = new Set(
    verdicts.flatMap(({ item, factor }) => (factor > 0 ? peopleAnswered(item) : [])),
  )
  const limits = new Limits(assigned.timeZone, scheme, mostReplies(people.size, scheme))
  return verdicts.map((verdict) => {
    const reason = verdict.factor === 0 ? null : limits.refuse(verdict.item)
    return reason === null ? verdict : { ...verdict, factor: 0, reason }
  })
}

function peopleAnswered({ answers }: Item): readonly string[] {
  return answers ? [answers.authorId] : []
}

function mostReplies(people: number, { leastPeople, parts }: Scheme): number {
  if (people >= leastPeople) return Number.POSITIVE_INFINITY
  return Math.floor((parts.replies.goal * people) / leastPeople)
}

/** What was counted so far. The one invariant: what was counted stays counted. */
class Limits {
  readonly #counts = new Map<string, number>()
  readonly #passages = new Map<string | null, Passage[]>()
  readonly #days: Intl.DateTimeFormat
  readonly #scheme: Scheme
  readonly #replies: number

  constructor(timeZone: string, scheme: Scheme, replies: number) {
    this.#days = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
    this.#scheme = scheme
    this.#replies = replies
  }

  /** The reason why a post is one too many, or null: then it is counted. */
  refuse(item: Item): string | null {
    if (item.answers) return this.#firstFull(this.#ofReply(item.at, item.answers))
    const passages = this.#passages.get(item.sectionId) ?? []
    const passage = item.passage ?? WHOLE_SECTION
    if (passages.some((other) => isSamePassage(passage, other))) {
      return 'Another note on the same passage counts'
    }
    const reason = this.#firstFull([this.#ofSection(item.sectionId)])
    if (reason === null) this.#passages.set(item.sectionId, [...passages, passage])
    return reason
  }

  #firstFull(limits: readonly Limit[]): string | null {
    const full = limits.find(({ key, most }) => (this.#counts.get(key) ?? 0) >= most)
    if (full) return full.reason
    for (const { key } of limits) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    return null
  }

  #ofSection(sectionId: string | null): Limit {
    const most = this.#scheme.mostPerSection
    return { key: `section ${sectionId}`, most, reason: `At most ${most} notes of a section count` }
  }

  #ofReply(at: Date, { threadId, postId }: NonNullable<Item['answers']>): readonly Limit[] {
    const most = this.#scheme.mostPerThreadAndDay
    return [
      { key: `post ${postId}`, most: 1, reason: 'Another answer to the same post counts' },
      {
        key: `thread ${threadId} ${this.#days.format(at)}`,
        most,
        reason: `At most ${most} replies in a thread a day count`,
      },
      {
        key: 'replies',
        most: this.#replies,
        reason: `Replies count in full once they answer ${this.#scheme.leastPeople} people`,
      },
    ]
  }
}

type Limit = { readonly key: string; readonly most: number; readonly reason: string }

const WHOLE_SECTION: Passage = { start: -1, end: 0 }

// Two notes are on one passage when they share at least half of the shorter one: so a note that is cut in two counts once.
function isSamePassage(one: Passage, other: Passage): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared > 0 && 2 * shared >= Math.min(one.end - one.start, other.end - other.start)
}

function partsOf(
  verdicts: readonly Verdict[],
  { sectionIds, requiredKinds }: Assigned,
  scheme: Scheme,
): readonly PartScore[] {
  const ofKind = (kind: Item['kind']) => verdicts.filter(({ item }) => item.kind === kind)
  const best = (holds: (item: Item) => boolean) =>
    Math.max(0, ...verdicts.filter(({ item }) => holds(item)).map(({ factor }) => factor))
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  const reached: Readonly<Record<Part, number>> = {
    sections: sum(sectionIds.map((id) => best(({ sectionId }) => sectionId === id))),
    notes: sum(ofKind('note').map(({ factor }) => factor)),
    replies: sum(ofKind('reply').map(({ factor }) => factor)),
    kinds: sum(requiredKinds.map((kind) => best(({ kinds }) => kinds.includes(kind)))),
  }
  return PARTS.map((part) => ({ part, reached: reached[part], ...scheme.parts[part] }))
}
