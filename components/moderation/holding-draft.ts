// What holds posts back, as it is typed, and what that comes to. Pure.

import {
  type HouseRules,
  LINK_DAYS_MAXIMUM,
  PER_HOUR_MAXIMUM,
} from '@/lib/moderation/contract/house-rules'

export type HoldingDraft = {
  readonly holds: HouseRules['holds']
  readonly linkDays: string
  readonly perHour: string
  /** A word or phrase a line. */
  readonly words: string
}

type Holding = Pick<HouseRules, 'holds' | 'holdsLinksDays' | 'holdsPerHour' | 'holdsWords'>

/** The rules of a group as they stand in the form. */
export function holdingDraft(rules: Holding): HoldingDraft {
  return {
    holds: rules.holds,
    linkDays: String(rules.holdsLinksDays),
    perHour: String(rules.holdsPerHour),
    words: rules.holdsWords.join('\n'),
  }
}

/** What was typed, as rules; null where a number is none. */
export function holdingFrom({ holds, linkDays, perHour, words }: HoldingDraft): Holding | null {
  const holdsLinksDays = countIn(linkDays, LINK_DAYS_MAXIMUM)
  const holdsPerHour = countIn(perHour, PER_HOUR_MAXIMUM)
  if (holdsLinksDays === null || holdsPerHour === null) return null
  const holdsWords = words.split('\n').flatMap((line) => line.trim() || [])
  return { holds, holdsLinksDays, holdsPerHour, holdsWords }
}

/** A whole number as it was typed, nothing as 0; null for what is none, or is too many. */
export function countIn(typed: string, most: number): number | null {
  const count = typed.trim() === '' ? 0 : Number(typed)
  return Number.isInteger(count) && count >= 0 && count <= most ? count : null
}
