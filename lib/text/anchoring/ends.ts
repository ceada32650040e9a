// From words back to characters: an anchor may begin or end within a word, or take punctuation and blanks along. Where its outermost word
// was replaced, what was beside that word is still there, and the place begins or ends at the word that stands in its stead.

import { characterEnd, characterStart } from '@/lib/text/characters'
import { type Comparison, FREE } from './words/comparison'
import { sharedHead, sharedTail } from './words/likeness'
import { at } from './words/numbers'

/** UTF-16 offsets. */
export type Range = { readonly start: number; readonly end: number }

// More words than this in a row, all of them replaced, are another passage beside this one.
const REPLACED_MAXIMUM = 6

/** The outermost token of a passage that found its like, and the outermost that the anchor touched in the old text. */
type Edge = { readonly token: number; readonly touched: number }

/** Where an anchor from `offset` begins in the new text. Never within a character. */
export function newStart(comparison: Comparison, offset: number, edge: Edge): number {
  const { before, after, heirs } = comparison
  const { token, touched } = edge
  const standIn = token === touched ? FREE : standInFrom(comparison, touched, token)
  const now = token === touched ? at(heirs, token) : standIn
  if (now === FREE) return at(after.starts, at(heirs, token))
  const [oldStart, start] = [at(before.starts, touched), at(after.starts, now)]
  if (offset > oldStart && standIn === FREE) {
    return characterStart(after.text, within(comparison, token, offset))
  }
  const signs = offset < oldStart ? before.text.slice(offset, oldStart) : ''
  const shared = sharedTail(signs, after.text.slice(Math.max(0, start - signs.length), start))
  if (standIn === FREE || shared > 0) return characterStart(after.text, start - shared)
  return pastBlanks(after.text, at(after.ends, standIn))
}

/** Where an anchor to `offset` ends in the new text. Never within a character. */
export function newEnd(comparison: Comparison, offset: number, edge: Edge): number {
  const { before, after, heirs } = comparison
  const { token, touched } = edge
  const standIn = token === touched ? FREE : standInFrom(comparison, touched, token)
  const now = token === touched ? at(heirs, token) : standIn
  if (now === FREE) return at(after.ends, at(heirs, token))
  const [oldEnd, end] = [at(before.ends, touched), at(after.ends, now)]
  if (offset < oldEnd && standIn === FREE) {
    return characterEnd(after.text, within(comparison, token, offset))
  }
  const signs = offset > oldEnd ? before.text.slice(oldEnd, offset) : ''
  const shared = sharedHead(signs, after.text.slice(end, end + signs.length))
  if (standIn === FREE || shared > 0) return characterEnd(after.text, end + shared)
  return beforeBlanks(after.text, at(after.starts, standIn))
}

/** What stands in for the touched word, on the same side of what is left of the passage. */
function standInFrom({ standIns, heirs }: Comparison, touched: number, token: number): number {
  const now = at(standIns, touched)
  if (now === FREE || Math.abs(touched - token) > REPLACED_MAXIMUM) return FREE
  const isBefore = touched < token
  return isBefore === now < at(heirs, token) ? now : FREE
}

function pastBlanks(text: string, from: number): number {
  return from + (/^\s*/.exec(text.slice(from, from + 64))?.[0].length ?? 0)
}

function beforeBlanks(text: string, to: number): number {
  return to - (/\s*$/.exec(text.slice(Math.max(0, to - 64), to))?.[0].length ?? 0)
}

// As far from the word's begin as before where it begins alike, else as far from its end.
function within({ before, after, heirs }: Comparison, token: number, offset: number): number {
  const [oldStart, oldEnd] = [at(before.starts, token), at(before.ends, token)]
  const [start, end] = [at(after.starts, at(heirs, token)), at(after.ends, at(heirs, token))]
  const head = sharedHead(before.text.slice(oldStart, oldEnd), after.text.slice(start, end))
  if (offset - oldStart <= head) return start + (offset - oldStart)
  return Math.max(start + head, end - (oldEnd - offset))
}
