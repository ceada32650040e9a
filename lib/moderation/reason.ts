// Why something waits for a decision: what a reader may report it for, and where else an item comes from.

export const FLAG_REASONS = [
  'spam',
  'harassment',
  'off-topic',
  'unsourced',
  'private-information',
  'other',
] as const
export type FlagReason = (typeof FLAG_REASONS)[number]

export const SOURCES = [
  'flag',
  'unanswered',
  'stale',
  'without-evidence',
  'contested',
  'needs-look',
  'first-post',
  'held',
  'appeal',
] as const
export type Source = (typeof SOURCES)[number]

/** What an item may be looked for by: a reason of its flags, or where it comes from. */
export type Reason = FlagReason | Source

const WORDS: Readonly<Record<Reason, string>> = {
  spam: 'Advertising',
  harassment: 'Harassment',
  'off-topic': 'Off topic',
  unsourced: 'Unsourced',
  'private-information': 'Private information',
  other: 'Another reason',
  flag: 'Reported',
  unanswered: 'Unanswered question',
  stale: 'Gone quiet',
  'without-evidence': 'Claim without evidence',
  contested: 'Most contested',
  'needs-look': 'The text changed',
  'first-post': 'First post',
  held: 'Waiting for approval',
  appeal: 'Appeal',
}

/** A reason as it is said, with a capital: "Off topic". */
export function reasonWords(reason: Reason): string {
  return WORDS[reason]
}

export function isFlagReason(reason: string): reason is FlagReason {
  return FLAG_REASONS.some((each) => each === reason)
}

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

function people(count: number): string {
  const number = COUNTS[count] ?? String(count)
  return `${number} ${count === 1 ? 'reader' : 'readers'}`
}

/**
 * Why an item is in the queue, in one line: "Unsourced, say two readers; harassment, says one reader". Reasons that most gave come
 * first.
 */
export function headline(source: Source, flags: readonly { readonly reason: string }[]): string {
  if (source !== 'flag' || flags.length === 0) return reasonWords(source)
  const counts = new Map<FlagReason, number>()
  for (const { reason } of flags) {
    if (isFlagReason(reason)) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count], at) => {
      const words = reasonWords(reason)
      const said = at === 0 ? words : words.toLowerCase()
      return `${said}, ${count === 1 ? 'says' : 'say'} ${people(count)}`
    })
    .join('; ')
}
