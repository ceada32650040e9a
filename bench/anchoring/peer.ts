// The peer: how the Hypothesis client finds a quote (`match-quote.ts` of its annotator), written anew over the same search library,
// because the client's package is one bundle for browsers. Same bound on errors, same weights: quote 50, prefix 20, suffix 20, position 2.

import approximateSearch from 'approx-string-match'

type Match = { readonly start: number; readonly end: number; readonly errors: number }

export type PeerContext = {
  readonly prefix: string
  readonly suffix: string
  readonly hint: number
}

/** The place of a quote in a text by the peer's rules, or null. */
export function peerPlace(text: string, quote: string, context: PeerContext): Match | null {
  const matches = search(text, quote, Math.min(256, quote.length / 2))
  let best: Match | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const match of matches) {
    const score = scoreOf(text, quote, context, match)
    if (score <= most) continue
    best = match
    most = score
  }
  return best
}

function scoreOf(text: string, quote: string, context: PeerContext, match: Match): number {
  const { prefix, suffix, hint } = context
  const before = text.slice(Math.max(0, match.start - prefix.length), match.start)
  const after = text.slice(match.end, match.end + suffix.length)
  return (
    50 * (1 - match.errors / quote.length) +
    20 * (prefix ? likeness(before, prefix) : 1) +
    20 * (suffix ? likeness(after, suffix) : 1) +
    2 * (1 - Math.abs(match.start - hint) / text.length)
  )
}

function likeness(text: string, words: string): number {
  if (text === '' || words === '') return 0
  const [match] = search(text, words, words.length)
  return match ? 1 - match.errors / words.length : 0
}

function search(text: string, words: string, errors: number): Match[] {
  const exact: Match[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    exact.push({ start, end: start + words.length, errors: 0 })
  }
  return exact.length > 0 ? exact : approximateSearch(text, words, errors)
}
