// What a group asks of those who write in it, and what of theirs waits for a look. A group that never said so has what its kind has.

import * as z from 'zod'
import type { GroupKind } from '@/lib/policy/facts'

export const RULES_MAXIMUM = 30
const WORDS_MAXIMUM = 200

export const houseRulesShape = z.strictObject({
  /** Numbered from 1; decisions cite them. */
  rules: z.array(z.string().trim().min(1).max(300)).max(RULES_MAXIMUM),
  /** Whether first posts of new people, and posts with links from accounts younger than a day, wait until somebody has looked. */
  holdsFirstPosts: z.boolean(),
  holdsLinks: z.boolean(),
  /** Posts with one of these words wait. Compared without accents and capitals. */
  heldWords: z.array(z.string().trim().min(2).max(60)).max(WORDS_MAXIMUM),
  /** After how many days a question counts as unanswered, and an open thread as gone quiet. */
  unansweredDays: z.number().int().min(1).max(365),
  quietDays: z.number().int().min(1).max(365),
  /** How much of the log its members see. */
  log: z.enum(['nothing', 'numbers', 'decisions']),
})
export type HouseRules = z.infer<typeof houseRulesShape>

/** What a group of this kind has that never said otherwise: strict in public, where anybody may come. */
export function defaultHouseRules(kind: GroupKind): HouseRules {
  return {
    rules: [],
    holdsFirstPosts: kind === 'public',
    holdsLinks: kind === 'public',
    heldWords: [],
    unansweredDays: 3,
    quietDays: 10,
    log: kind === 'public' ? 'decisions' : 'numbers',
  }
}

/** A group's rules as they are kept, or those of its kind. */
export function houseRulesFrom(kept: unknown, kind: GroupKind): HouseRules {
  const defaults = defaultHouseRules(kind)
  if (typeof kept !== 'object' || kept === null) return defaults
  return houseRulesShape.safeParse({ ...defaults, ...kept }).data ?? defaults
}
