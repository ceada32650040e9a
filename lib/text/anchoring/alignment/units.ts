// What a text is made of where it is compared as a whole: its blocks. A block that is longer than any paragraph is a text whose blocks are
// not parted by newlines; there each sentence counts as one.

import { at } from '@/lib/text/anchoring/words/numbers'
import { BLOCK_END, type Tokens } from '@/lib/text/anchoring/words/tokens'

// In tokens; paragraphs have about half as many.
const LONG_BLOCK = 200
// The border of a sentence (see Tokens.joints).
const SENTENCE = 2

/** Writes for each token the number of its unit; the end of a block belongs to what it ends. Linear. */
export function numberUnits(tokens: Tokens, units: Int32Array): void {
  let unit = 0
  for (let from = 0; from < tokens.count; ) {
    const to = blockEnd(tokens, from)
    const isLong = to - from > LONG_BLOCK
    for (let token = from; token < to; token += 1) {
      if (isLong && token > from && at(tokens.joints, token) >= SENTENCE) unit += 1
      units[token] = unit
    }
    unit += 1
    from = to
  }
}

function blockEnd({ ids, count }: Tokens, from: number): number {
  let to = from
  while (to < count && at(ids, to) !== BLOCK_END) to += 1
  return Math.min(count, to + 1)
}
