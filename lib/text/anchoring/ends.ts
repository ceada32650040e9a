// From words back to characters: an anchor may begin or end within a word, or take punctuation and blanks along. Where its outermost word
// was replaced, the place begins or ends with the words that stand in its stead.

import { characterEnd, characterStart } from '@/lib/text/characters'
import { type Substitute, substituteOf } from './substitutes'
import type { Comparison } from './words/comparison'
import { sharedHead, sharedTail } from './words/likeness'
import { at } from './words/numbers'

/** UTF-16 offsets. */
export type Range = { readonly start: number; readonly end: number }

// More words than this in a row, all of them replaced, are another passage beside this one.
const REPLACED_MAXIMUM = 6

/** The outermost token of a passage that found its like, and the outermost that the anchor touched in the old text. */
type Edge = { readonly token: number; readonly touched: number }

/** Where an anchor from `offset` begins in the new text. Never within a character. */
export function newStart(comparison: Comparison, offset: number, { token, touched }: Edge): number {
  const { before, after, newOf } = comparison
  const substitute = replacedAt(comparison, touched, token)
  if (token !== touched && !substitute) return at(after.starts, at(newOf, token))
  const [oldStart, start] = [
    at(before.starts, touched),
    at(after.starts, substitute ? substitute.first : at(newOf, token)),
  ]
  if (offset > oldStart && !substitute) {
    return characterStart(after.text, within(comparison, token, offset))
  }
  const signs = offset < oldStart ? before.text.slice(offset, oldStart) : ''
  const shared = sharedTail(signs, after.text.slice(Math.max(0, start - signs.length), start))
  return characterStart(after.text, start - shared)
}

/** Where an anchor to `offset` ends in the new text. Never within a character. */
export function newEnd(comparison: Comparison, offset: number, { token, touched }: Edge): number {
  const { before, after, newOf } = comparison
  const substitute = replacedAt(comparison, touched, token)
  if (token !== touched && !substitute) return at(after.ends, at(newOf, token))
  const [oldEnd, end] = [
    at(before.ends, touched),
    at(after.ends, substitute ? substitute.last : at(newOf, token)),
  ]
  if (offset < oldEnd && !substitute) {
    return characterEnd(after.text, within(comparison, token, offset))
  }
  const signs = offset > oldEnd ? before.text.slice(oldEnd, offset) : ''
  const shared = sharedHead(signs, after.text.slice(end, end + signs.length))
  return characterEnd(after.text, end + shared)
}

/** What stands in the stead of the touched word, on the same side of what is left of the passage. */
function replacedAt(comparison: Comparison, touched: number, token: number): Substitute | null {
  const substitute = touched === token ? null : substituteOf(comparison, touched)
  if (!substitute || Math.abs(touched - token) > REPLACED_MAXIMUM) return null
  const now = at(comparison.newOf, token)
  if (Math.abs(substitute.first - now) > 2 * REPLACED_MAXIMUM) return null
  return touched < token === substitute.first < now ? substitute : null
}

// As far from the word's begin as before where it begins alike, else as far from its end.
function within({ before, after, newOf }: Comparison, token: number, offset: number): number {
  const [oldStart, oldEnd] = [at(before.starts, token), at(before.ends, token)]
  const [start, end] = [at(after.starts, at(newOf, token)), at(after.ends, at(newOf, token))]
  const head = sharedHead(before.text.slice(oldStart, oldEnd), after.text.slice(start, end))
  if (offset - oldStart <= head) return start + (offset - oldStart)
  return Math.max(start + head, end - (oldEnd - offset))
}
