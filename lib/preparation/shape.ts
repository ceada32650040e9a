// What staff see of what was written for an assignment: plain data, ready to be drawn.

import type { Heat } from './heat'

export type Tallies = {
  readonly students: number
  /** Who wrote at least one note of their own, highlights apart; `wroteBefore`: until a day ago. */
  readonly wrote: number
  readonly wroteBefore: number
  readonly replied: number
  readonly done: number
  readonly notes: number
  readonly questions: number
  /** Questions that nobody resolved. */
  readonly unanswered: number
}

export type Begun = { readonly day: string; readonly students: number }

export const STUDENT_FILTERS = [
  'all',
  'not-started',
  'only-highlights',
  'no-reply',
  'late',
  'done',
] as const
export type StudentFilter = (typeof STUDENT_FILTERS)[number]

export const STUDENT_ORDERS = ['name', 'notes', 'replies', 'last'] as const
export type StudentOrder = (typeof STUDENT_ORDERS)[number]

export type StudentRow = {
  readonly id: string
  readonly name: string
  readonly circle: string | null
  /** Highlights apart. */
  readonly notes: number
  readonly highlights: number
  readonly questions: number
  readonly replies: number
  /** Notes by section id. */
  readonly bySection: Readonly<Record<string, number>>
  /** How many of the notes were made after the due time that holds for them. */
  readonly late: number
  readonly lastAt: Date | null
  readonly doneAt: Date | null
  /** Another due time of their own; null for none. */
  readonly extendedTo: Date | null
}

export type QuestionRow = {
  readonly id: string
  readonly authorName: string
  /** Null for a question on a whole section or the reading. */
  readonly start: number | null
  readonly quote: string | null
  readonly words: string
  /** How many people reacted to it: they ask it, too. */
  readonly alsoAsk: number
  readonly replies: number
}

export type QuietNote = {
  readonly id: string
  readonly authorName: string
  readonly start: number | null
  readonly words: string
  /** How many people reacted to it. */
  readonly liked: number
}

export type ContestedClaim = {
  readonly id: string
  readonly sectionId: string
  readonly text: string
  readonly for: Argument | null
  readonly against: Argument | null
}

export type Argument = { readonly text: string; readonly authorName: string }

/** What the preparation sheet says. */
export type Sheet = {
  readonly tallies: Tallies
  readonly heat: Heat
  readonly claims: readonly ContestedClaim[]
  readonly questions: readonly QuestionRow[]
  readonly quiet: readonly QuietNote[]
  /** Names of those who have written nothing; the first few. */
  readonly absent: readonly string[]
}
