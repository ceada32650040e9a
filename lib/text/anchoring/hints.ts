// What an editor recorded is a hint: it knows which of two equal sentences was meant, and does not know what was cut here and pasted
// there. So it counts where the text bears it out.

import { isBetweenCharacters } from '@/lib/text/characters'
import type { Range } from './ends'

/**
 * Recorded steps as one function from offsets of the old text to offsets of the new one, both UTF-16. `side` says which end of a range
 * is asked for, so that what was typed beside it stays out. Null where the text around the offset was deleted.
 */
export type OffsetMap = (offset: number, side: 'start' | 'end') => number | null

type Texts = { readonly oldText: string; readonly newText: string; readonly steps: OffsetMap }

/** The range as the steps lead it, if the very same words stand there; else null. */
export function sameWordsByHint({ oldText, newText, steps }: Texts, range: Range): Range | null {
  const place = rangeByHint({ newText, steps }, range)
  if (!place) return null
  const words = oldText.slice(range.start, range.end)
  return words === newText.slice(place.start, place.end) ? place : null
}

/** The range as the steps lead it, whatever stands there now; null if it is empty or cuts a character. */
export function rangeByHint(
  { newText, steps }: Pick<Texts, 'newText' | 'steps'>,
  range: Range,
): Range | null {
  const [start, end] = [steps(range.start, 'start'), steps(range.end, 'end')]
  if (start === null || end === null || start >= end) return null
  if (start < 0 || end > newText.length) return null
  const isWhole = isBetweenCharacters(newText, start) && isBetweenCharacters(newText, end)
  return isWhole && newText.slice(start, end).trim() !== '' ? { start, end } : null
}
