// A long text made of invented words. Their frequencies fall as in a language (Zipf), short words are the common ones, and sentences and
// paragraphs have the lengths of prose; so it repeats itself as often as a book does.

import { pick, type Random } from './random'

const SYLLABLES =
  'ba co de fi gu ha in ka lo me nu or pa qui re sa to un ve wa yl sta bri cle dor est fra gli'
const WORDS = 14_000

/** A text of about so many characters: headings and paragraphs, a newline between them. */
export function bookOf(length: number, random: Random): string {
  const words = inventedWords(random)
  const blocks: string[] = []
  let written = 0
  while (written < length) {
    const block = blocks.length % 14 === 0 ? heading(words, random) : paragraph(words, random)
    blocks.push(block)
    written += block.length + 1
  }
  return blocks.join('\n')
}

function inventedWords(random: Random): string[] {
  const syllables = SYLLABLES.split(' ')
  const words = new Set<string>()
  while (words.size < WORDS) {
    const count = words.size < 60 ? 1 : 1 + Math.floor(random() * 4)
    let word = ''
    for (let n = 0; n < count; n += 1) word += pick(random, syllables)
    words.add(words.size < 60 && words.has(word) ? word + pick(random, [...'abcdefghij']) : word)
  }
  return [...words]
}

// Rank by Zipf's law: the inverse of the harmonic distribution, near enough.
function word(words: readonly string[], random: Random): string {
  const rank = Math.floor((words.length + 1) ** random()) - 1
  return words[rank] ?? 'ba'
}

function heading(words: readonly string[], random: Random): string {
  const count = 1 + Math.floor(random() * 5)
  return capital(Array.from({ length: count }, () => word(words, random)).join(' '))
}

function paragraph(words: readonly string[], random: Random): string {
  const count = 2 + Math.floor(random() * 6)
  return Array.from({ length: count }, () => sentence(words, random)).join(' ')
}

function sentence(words: readonly string[], random: Random): string {
  const count = 4 + Math.floor(random() * 24)
  const said = Array.from({ length: count }, (_, n) => {
    const comma = n > 2 && n < count - 2 && random() < 0.08 ? ',' : ''
    return word(words, random) + comma
  })
  return `${capital(said.join(' '))}.`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
