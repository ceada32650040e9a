import { segmentsIn } from './segmenter'

const WORDS_A_MINUTE = 238

/** How many words a text has, by the rules of its language (also where no spaces stand between words). Linear. */
export function wordCount(text: string, language = 'en'): number {
  let words = 0
  for (const { isWordLike } of segmentsIn(text, language, 'word')) if (isWordLike) words += 1
  return words
}

/** Minutes to read so many words, at least 1. 238 words a minute: Brysbaert 2019, mean of 190 studies of silent reading. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}
