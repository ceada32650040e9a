// A short block, such as a heading of one word, tells too little to be looked for anywhere; but when just one block of either text that
// has not found its like says the same, the two are one.

import { type Comparison, FREE, link } from '@/lib/text/anchoring/words/comparison'
import { at } from '@/lib/text/anchoring/words/numbers'
import { BLOCK_END, type Tokens } from '@/lib/text/anchoring/words/tokens'

type Block = { readonly from: number; readonly to: number }

/** Accepts the whole blocks that are left and stand once among those left on each side. Linear. */
export function acceptLikeBlocks(comparison: Comparison): void {
  const { before, after, newOf, oldOf } = comparison
  const news = blocksLeft(after, oldOf)
  for (const [words, block] of blocksLeft(before, newOf)) {
    const other = news.get(words)
    if (!block || !other) continue
    for (let n = 0; n < block.to - block.from; n += 1) {
      link(comparison, block.from + n, other.from + n)
    }
  }
}

// By the words of each; null for what stands more than once.
function blocksLeft(tokens: Tokens, found: Int32Array): Map<string, Block | null> {
  const blocks = new Map<string, Block | null>()
  let from = 0
  for (let token = 0; token < tokens.count; token += 1) {
    if (at(tokens.ids, token) !== BLOCK_END) continue
    const block = { from, to: token }
    from = token + 1
    if (block.from >= block.to || !isLeft(found, block)) continue
    const words = tokens.ids.subarray(block.from, block.to).join(' ')
    blocks.set(words, blocks.has(words) ? null : block)
  }
  return blocks
}

function isLeft(found: Int32Array, { from, to }: Block): boolean {
  for (let token = from; token < to; token += 1) if (at(found, token) !== FREE) return false
  return true
}
