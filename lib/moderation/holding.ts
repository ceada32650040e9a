// Why a post waits until somebody who leads its group has seen it. Pure: the facts are asked for elsewhere (hold-post.ts).

import type { HouseRules } from './contract/house-rules'

export type HoldingRules = Pick<HouseRules, 'holds' | 'holdsLinksDays' | 'holdsPerHour'> & {
  readonly holdsWords: readonly string[]
}

/** What is known of a post and of who wrote it, at the moment in which it is sent. */
export type HeldOrNot = {
  readonly text: string
  readonly hasLink: boolean
  /** Whether its author has nothing else that stands in the group. */
  readonly isFirst: boolean
  /** How old the author's account is. */
  readonly accountDays: number
  /** What the author wrote in the group in the last hour, without this. */
  readonly postsLastHour: number
}

/** Whether a group with these rules ever has a post wait. */
export function mayHold(rules: HoldingRules): boolean {
  const { holds, holdsLinksDays, holdsPerHour, holdsWords } = rules
  return holds !== 'nothing' || holdsLinksDays > 0 || holdsPerHour > 0 || holdsWords.length > 0
}

/** Why a post waits, in words for its author and for those who decide; null for one that is shown at once. The first rule counts. */
export function whyHeld(post: HeldOrNot, rules: HoldingRules): string | null {
  const { holds, holdsLinksDays, holdsPerHour } = rules
  if (holds === 'everything') return 'This group looks at every post before others read it.'
  if (holds === 'first-posts' && post.isFirst) {
    return 'This group looks at the first post of everybody before others read it.'
  }
  const word = wordIn(post.text, rules.holdsWords)
  if (word !== null) return `It has “${word}”, which this group looks at first.`
  if (post.hasLink && post.accountDays < holdsLinksDays) {
    return `It has a link, and its author’s account is younger than ${days(holdsLinksDays)}.`
  }
  if (holdsPerHour > 0 && post.postsLastHour >= holdsPerHour) {
    return `Its author has written ${holdsPerHour} posts here within an hour.`
  }
  return null
}

function days(count: number): string {
  return count === 1 ? 'a day' : `${count} days`
}

/** The first of these words or phrases that stands in a text, whatever its capitals and accents; null when none does. */
export function wordIn(text: string, words: readonly string[]): string | null {
  const folded = ` ${foldedWords(text)} `
  return words.find((word) => folded.includes(` ${foldedWords(word)} `)) ?? null
}

// Letters and digits alone, parted by single spaces.
function foldedWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S/i

/** Whether a text holds an address that a browser would follow. */
export function hasAddress(text: string): boolean {
  return ADDRESS.test(text)
}
