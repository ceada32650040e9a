import { apart } from '@/lib/apart/apart'
import { checkBounds, READING_BOUNDS } from '@/lib/text/bounds'
import { readText, type SentText, type TextRead } from './read-text'

// Signs of dollars, two or four of which make a formula; each is drawn, which takes as long as so many letters.
const LETTERS_A_SIGN = 1_000

/** Reads a text, a long one in another process. Throws Malformed and TooLarge like parseReadingDoc, Invalid for one that takes too much. */
export function readTextApart(sent: SentText): Promise<TextRead> {
  const here = () => readText(sent)
  return apart({ name: 'read-text', input: sent }, { size: sizeOf(sent), here })
}

// What goes beyond the bounds is refused here: it would only be written out for the other process to refuse it.
function sizeOf({ source }: SentText): number {
  if (source.format !== 'markdown') return checkBounds(source.value, READING_BOUNDS)
  return source.value.length + LETTERS_A_SIGN * (source.value.split('$').length - 1)
}
