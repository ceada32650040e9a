// Two texts under comparison: their tokens, the information content of each word, and the alignment so far: which token became which. A
// token of the new text matches one token of the old at most: what one passage became, no other passage can have become. That alone keeps a
// note on a deleted sentence from going to a sentence that merely looks like it.

import { at } from './numbers'
import { BLOCK_END, newVocabulary, type Tokens, tokensOf, type Vocabulary } from './tokens'

export const FREE = -1

export type Comparison = {
  readonly before: Tokens
  readonly after: Tokens
  readonly vocabulary: Vocabulary
  /** Bits a match of each word tells: the binary logarithm of one over its share of both texts. */
  readonly bits: Float64Array
  /** For each old token the new one that it became, or FREE. */
  readonly newOf: Int32Array
  /** For each new token the old one that it was, or FREE. */
  readonly oldOf: Int32Array
  /** For each old token of a block that stands once in either text, to the letter: the new one that it can only be, or FREE. */
  readonly mates: Int32Array
  /** The same for each new token. */
  readonly mateOf: Int32Array
  /** Which blocks the words of a new block may come from: see related-blocks.ts. */
  readonly related: {
    readonly oldBlocks: Int32Array
    readonly newBlocks: Int32Array
    readonly isBound: Uint8Array
    readonly pairs: Set<number>
  }
  /** For each old token without a match the new one that stands in its place among its neighbours, or FREE. */
  readonly substituteStarts: Int32Array
  /** The last new token that stands in its place, where there are several. */
  readonly substituteEnds: Int32Array
  /** What the comparison cost so far: pairs of equal places looked at, and cells of word-by-word alignments. */
  readonly work: { pairs: number; cells: number }
}

/** Two texts before anything is known of them. Linear. */
export function compare(oldText: string, newText: string): Comparison {
  const vocabulary = newVocabulary()
  const before = tokensOf(oldText, vocabulary)
  const after = tokensOf(newText, vocabulary)
  return {
    before,
    after,
    vocabulary,
    bits: informationOf(vocabulary, before, after),
    newOf: new Int32Array(before.count).fill(FREE),
    oldOf: new Int32Array(after.count).fill(FREE),
    mates: new Int32Array(before.count).fill(FREE),
    mateOf: new Int32Array(after.count).fill(FREE),
    related: {
      oldBlocks: new Int32Array(before.count),
      newBlocks: new Int32Array(after.count),
      isBound: new Uint8Array(after.count),
      pairs: new Set(),
    },
    substituteStarts: new Int32Array(before.count).fill(FREE),
    substituteEnds: new Int32Array(before.count).fill(FREE),
    work: { pairs: 0, cells: 0 },
  }
}

/** Notes that an old token became a new one. */
export function link({ newOf, oldOf }: Comparison, old: number, now: number): void {
  newOf[old] = now
  oldOf[now] = old
}

/** Whether neither token has found its like yet. */
export function areFree({ newOf, oldOf }: Comparison, old: number, now: number): boolean {
  return at(newOf, old) === FREE && at(oldOf, now) === FREE
}

/** How many bits a chance find among so many pairs of places is worth; what counts must be worth more. */
export function bitsOfChance(olds: number, news: number): number {
  return Math.log2(Math.max(1, olds)) + Math.log2(Math.max(1, news))
}

/** Bits that the end of a block tells at most: it says that words begin or end a block, not which words. */
const BLOCK_END_BITS = 3

// A text of few words says little about how rare they are. So every text counts as if so many words of other texts stood beside it, in
// which short words are common and any other is rare.
const WORDS_BESIDE = 500
const SHORT_WORD =
  /^[^\u0E00-\u0FFF\u1000-\u109F\u1780-\u17FF\u2E80-\u9FFF\u{20000}-\u{3FFFF}]{1,3}$/u
const SHORT_SHARE = 0.02
const RARE_SHARE = 0.0005

// Rounded to eighths, which sums of doubles keep exact: equal chains must come out equal.
function informationOf(vocabulary: Vocabulary, before: Tokens, after: Tokens): Float64Array {
  const counts = new Float64Array(vocabulary.words.length)
  for (const { ids } of [before, after]) for (const id of ids) counts[id] = at(counts, id) + 1
  const total = before.count + after.count + WORDS_BESIDE
  const bits = counts.map((count, id) => {
    const share = SHORT_WORD.test(vocabulary.words[id] ?? '') ? SHORT_SHARE : RARE_SHARE
    return Math.round(Math.log2(total / (count + WORDS_BESIDE * share)) * 8) / 8
  })
  bits[BLOCK_END] = Math.min(BLOCK_END_BITS, at(bits, BLOCK_END))
  return bits
}
