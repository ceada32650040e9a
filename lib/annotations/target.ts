// From the words that somebody sends to a place in the text, and to the selectors that are kept.

import { Invalid } from '@/lib/errors'
import { similarityOfQuotes } from '@/lib/text/anchoring/originals'
import { sectionAt } from '@/lib/text/document'
import { describe, locate } from '@/lib/text/selectors'
import type { AnchorState } from './anchor-state'

/** The words somebody points at, as W3C names them; start and end are UTF-16 offsets. */
export type SentTarget = {
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
  readonly start?: number
  readonly end?: number
}

export type Passage = {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** The passage that a target names. Offsets are UTF-16. Throws Invalid when the words are not there, or there several times. */
export function passageOf(text: string, target: SentTarget): Passage {
  const place = locate(text, target)
  if (place.kind === 'missing') {
    throw new Invalid(
      'quote-missing',
      'These words are not in the text. Your note is not lost: select the passage anew.',
    )
  }
  if (place.kind === 'ambiguous') {
    throw new Invalid(
      'quote-ambiguous',
      `These words stand in the text ${place.count} times. Send prefix, suffix or start and end to say which.`,
      { count: place.count },
    )
  }
  return { start: place.start, end: place.end, ...describe(text, place.start, place.end) }
}

/** The place of a note whose passage somebody chose: how like its words are to those it was made on. */
export function placeOfPassage(
  quote: string,
  { start, end, exact }: Passage,
  sections: readonly { readonly sectionId: string; readonly start: number }[],
): Omit<AnchorState, 'placed'> {
  const sectionId = sectionAt(sections, start)?.sectionId ?? null
  return exact === quote
    ? { start, end, sectionId, state: 'exact', similarity: null }
    : { start, end, sectionId, state: 'changed', similarity: similarityOfQuotes(quote, exact) }
}
