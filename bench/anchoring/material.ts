// The texts that are edited, and what is put into them.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readingText } from '@/lib/text/document'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { projectFolder } from '@/scripts/project.mjs'
import { bookOf } from './book'
import type { Stock } from './edits'
import { SENTENCE, WORD } from './provenance'
import { pick, randomFrom, shuffled } from './random'

/** The seed article as offsets count in it. */
export const article = readingText(
  readingFromMarkdown(readFileSync(join(projectFolder, 'prisma', 'seed', 'article.md'), 'utf8')),
).text

/** A text in English that has nothing to do with the article: the paragraphs of the licence. */
export const licence = readFileSync(join(projectFolder, 'LICENSE'), 'utf8')
  .split(/\n\s*\n/)
  .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
  .filter((paragraph) => paragraph.length > 60)
  .join('\n')

export const licenceStock: Stock = {
  sentences: (licence.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length > 30 && length < 300),
  words: licence.match(WORD) ?? [],
}

/** The words of a text in place of each other: what is put in says nothing of where it comes from. */
export function ownStock(text: string): Stock {
  return {
    sentences: licenceStock.sentences,
    words: (text.match(WORD) ?? []).filter((word) => word.length < 40),
  }
}

export type Language = 'korean' | 'chinese' | 'arabic' | 'ukrainian' | 'marks'

/** A short text in another script, or with joined emoji and combining marks; and its own words and sentences as what is put in. */
export function textIn(language: Language): { readonly text: string; readonly stock: Stock } {
  const text = readFileSync(join(import.meta.dirname, 'texts', `${language}.txt`), 'utf8').trim()
  // Every other sentence is the text, the others are what is put in: they are of one language and are not each other's words.
  return { text, stock: { sentences: licenceStock.sentences, words: ownWords(text, language) } }
}

// A language without spaces has its words replaced character by character.
function ownWords(text: string, language: Language): string[] {
  if (language !== 'chinese') return text.match(WORD) ?? []
  return Array.from(text).filter((character) => /\p{L}/u.test(character))
}

/** A generated book of half a million characters. */
export const bookLength = 500_000

export function book(seed: number) {
  const random = randomFrom(seed)
  const text = bookOf(bookLength, random)
  const apart = bookOf(60_000, randomFrom(seed + 1_000))
  const stock: Stock = {
    sentences: (apart.match(SENTENCE) ?? []).map((sentence) => sentence.trim()),
    words: apart.match(WORD) ?? [],
  }
  return { text, stock }
}

/** The article twenty times, one after the other, in each some words replaced. */
export function nearCopies(seed: number): string {
  const random = randomFrom(seed + 2_000)
  return Array.from({ length: 20 }, () => changed(article, 0.05, random)).join('\n')
}

/** The article twenty times, one after the other; each block begins with its number, and nothing else tells it from its copies. */
export function numberedCopies(): string {
  const blocks = article.split('\n')
  return Array.from({ length: 20 }, (_, copy) =>
    blocks.map((block, n) => `${copy + 1}.${n + 1} ${block}`).join('\n'),
  ).join('\n')
}

/** Every block of the article and a block that looks like it, in random order; which of them are the blocks. */
export function withLookalikes(seed: number) {
  const random = randomFrom(seed + 3_000)
  const blocks = article.split('\n').filter((block) => block.length > 60)
  const all = blocks.flatMap((block) => [
    { text: block, isLookalike: false },
    { text: changed(block, 0.15, random), isLookalike: true },
  ])
  return shuffled(random, all)
}

function changed(text: string, share: number, random: () => number): string {
  return text.replace(WORD, (word) => (random() < share ? pick(random, licenceStock.words) : word))
}
