// What a group asks of those who write in it, and what of theirs comes to its review desk. A group that never said so has what its kind has.

import * as z from 'zod'
import type { GroupKind } from '@/lib/policy/facts'

export const RULES_MAXIMUM = 30
export const LINK_DAYS_MAXIMUM = 365
export const PER_HOUR_MAXIMUM = 1_000
const HELD_WORDS_MAXIMUM = 200

export const houseRulesShape = z.strictObject({
  /** Numbered from 1; decisions cite them. */
  rules: z.array(z.string().trim().min(1).max(300)).max(RULES_MAXIMUM),
  /** Whether the first post of somebody new is looked at, after it was posted. */
  looksAtFirstPosts: z.boolean(),
  /** After how many days a question counts as unanswered, and an open thread as gone quiet. */
  unansweredDays: z.number().int().min(1).max(365),
  quietDays: z.number().int().min(1).max(365),
  /** What waits until somebody who leads the group has seen it. */
  holds: z.enum(['nothing', 'first-posts', 'everything']),
  /** Posts with links wait when their author's account is younger; 0: they do not. */
  holdsLinksDays: z.number().int().min(0).max(LINK_DAYS_MAXIMUM),
  /** A person's posts wait after so many within an hour; 0: they do not. */
  holdsPerHour: z.number().int().min(0).max(PER_HOUR_MAXIMUM),
  /** Posts wait that have one of these words or phrases, whatever their capitals and accents. */
  holdsWords: z.array(z.string().trim().min(1).max(80)).max(HELD_WORDS_MAXIMUM),
  /** How much of the log its members see. */
  log: z.enum(['nothing', 'numbers', 'decisions']),
})
export type HouseRules = z.infer<typeof houseRulesShape>

/** What a group of this kind has that never said otherwise: first posts are looked at in public, where anybody may come. */
export function defaultHouseRules(kind: GroupKind): HouseRules {
  return {
    rules: [],
    looksAtFirstPosts: kind === 'public',
    unansweredDays: 3,
    quietDays: 10,
    holds: 'nothing',
    holdsLinksDays: 0,
    holdsPerHour: 0,
    holdsWords: [],
    log: kind === 'public' ? 'decisions' : 'numbers',
  }
}

/** With what a new public group begins, where anybody may write: until its owner says otherwise nobody's first words are shown unseen. */
export const STRICT_RULES: Partial<HouseRules> = {
  holds: 'first-posts',
  holdsLinksDays: 1,
  holdsPerHour: 30,
}

/** A group's rules as they are kept, or those of its kind. */
export function houseRulesFrom(kept: unknown, kind: GroupKind): HouseRules {
  const defaults = defaultHouseRules(kind)
  if (typeof kept !== 'object' || kept === null) return defaults
  return houseRulesShape.safeParse({ ...defaults, ...kept }).data ?? defaults
}
