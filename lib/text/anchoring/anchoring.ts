// Anchors follow a text that changes. Both texts are compared once, then every anchor is carried over: what became of its words says
// where it stands and how sure that is. A place is only given where the text bears it out; else the answer is the section it stood in, or none.

import { sectionAt } from '@/lib/text/document'
import { alignmentOf } from './alignment/alignment'
import type { Range } from './ends'
import { type OffsetMap, rangeByHint, sameWordsByHint } from './hints'
import { type Order, orderOf } from './order'
import { restored, similarityOfQuotes } from './originals'
import { newRangesOf, passageOf } from './passage'
import { quoteSearch } from './quote-search'
import { isSameButForBlanks } from './similarity'
import type { Comparison } from './words/comparison'

/**
 * What is known of a passage. `start` and `end`: UTF-16 offsets into the old text; without them, or where they are not a range of it,
 * the anchor is a detached one and found by its quote alone. `exact`, `prefix`, `suffix`: the words it was first made on, and those
 * around them, which may be older than the old text.
 */
export type Anchor = {
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly exact?: string | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** A section of a text: UTF-16 offsets, and the id by which it is known in both texts. */
export type AnchorSection = Range & { readonly id: string }

export type TextChange = {
  readonly oldText: string
  readonly newText: string
  readonly sections?:
    | { readonly before: readonly AnchorSection[]; readonly after: readonly AnchorSection[] }
    | undefined
  readonly steps?: OffsetMap | undefined
}

/** A place in the new text, in UTF-16 offsets. `similarity` to the original quote: 0 to 1, and 1 for the same words. */
export type Placed = Range & {
  readonly state: 'exact' | 'moved' | 'changed'
  readonly similarity: number
}

/**
 * `exact`: the same words where they stood. `moved`: the same words elsewhere. `changed`: the words were edited. `section`: the passage
 * is gone, its section is not. `lost`: neither is there.
 */
export type Anchored =
  | Placed
  | { readonly state: 'section'; readonly sectionId: string }
  | { readonly state: 'lost' }

/**
 * What became of each anchor, in order. Never throws. O(text + anchors) where the texts share most of their words: see alignmentOf.
 * Detached anchors cost a look-up each, among those words of the new text that the old one did not have.
 */
export function reanchor({
  anchors,
  ...change
}: TextChange & {
  readonly anchors: readonly Anchor[]
}): Anchored[] {
  return anchors.map(anchoringOf(change))
}

/** The same for anchors that come one by one: the texts are compared now, and each call costs one anchor. */
export function anchoringOf(change: TextChange): (anchor: Anchor) => Anchored {
  const comparison = alignmentOf(change.oldText, change.newText)
  const known: Known = {
    change,
    order: orderOf(comparison),
    comparison,
    search: quoteSearch(comparison),
  }
  const living = new Set(change.sections?.after.map(({ id }) => id))
  return (anchor) => {
    const range = rangeIn(change.oldText, anchor)
    const placed = range ? carriedOver(known, anchor, range) : found(known, anchor)
    if (placed) return placed
    const section = range && sectionAt(change.sections?.before ?? [], range.start)
    return section && living.has(section.id)
      ? { state: 'section', sectionId: section.id }
      : { state: 'lost' }
  }
}

type Known = {
  readonly change: TextChange
  readonly comparison: Comparison
  readonly order: Order
  readonly search: ReturnType<typeof quoteSearch>
}

function rangeIn(text: string, { start, end }: Anchor): Range | null {
  if (start === undefined || end === undefined) return null
  return 0 <= start && start < end && end <= text.length ? { start, end } : null
}

type Step = Range & { readonly similarity: number; readonly isInOrder: boolean }

function carriedOver(known: Known, anchor: Anchor, range: Range): Placed | null {
  const words = known.change.oldText.slice(range.start, range.end)
  const { exact } = anchor
  const hasDrifted = exact !== undefined && exact !== '' && !isSameButForBlanks(exact, words)
  const step = byHint(known, range) ?? passageOf(known.comparison, known.order, range)
  if (!step) return hasDrifted ? found(known, anchor) : changedByHint(known, words, range)
  return hasDrifted ? againstOriginal(known, exact, range, step) : placed(step)
}

function placed({ start, end, similarity, isInOrder }: Step): Placed {
  if (similarity < 1) return { state: 'changed', start, end, similarity }
  return { state: isInOrder ? 'exact' : 'moved', start, end, similarity }
}

function byHint({ change }: Known, range: Range): Step | null {
  if (!change.steps) return null
  const place = sameWordsByHint({ ...change, steps: change.steps }, range)
  return place && { ...place, similarity: 1, isInOrder: true }
}

// Below this, what the steps point at is taken for another passage that was written in the place of the old one.
const SIMILAR_LEAST = 0.5

function changedByHint({ change }: Known, words: string, range: Range): Placed | null {
  if (!change.steps) return null
  const place = rangeByHint({ newText: change.newText, steps: change.steps }, range)
  if (!place) return null
  const similarity = similarityOfQuotes(words, change.newText.slice(place.start, place.end))
  return similarity < SIMILAR_LEAST ? null : { state: 'changed', ...place, similarity }
}

function againstOriginal(known: Known, exact: string, range: Range, step: Step): Placed {
  const text = known.change.newText
  const again = restored(text, exact, [step, ...newRangesOf(known.comparison, range)])
  if (again) return placed({ ...again, similarity: 1, isInOrder: step.isInOrder })
  const similarity = similarityOfQuotes(exact, text.slice(step.start, step.end))
  return placed({ ...step, similarity: Math.min(similarity, 0.999) })
}

function found({ search }: Known, { exact = '', prefix = '', suffix = '' }: Anchor): Placed | null {
  const place = search({ exact, prefix, suffix })
  return place && placed({ ...place, isInOrder: place.isInContext })
}
