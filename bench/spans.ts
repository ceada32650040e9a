// Passages as people choose them: mostly a few words, often a sentence, now and then a paragraph or more. The same for the same seed.

export type Span = { readonly start: number; readonly end: number }

// How often, and how many words. A median of seven words, a mean of seventeen.
const MIX = [
  { upTo: 0.45, least: 1, most: 6 },
  { upTo: 0.85, least: 7, most: 25 },
  { upTo: 0.97, least: 26, most: 70 },
  { upTo: 1, least: 71, most: 140 },
] as const

/** Passages of a text, each from the beginning of a word to the end of one, as UTF-16 offsets. */
export function randomSpans(text: string, count: number, seed: number): Span[] {
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const random = numbersFrom(seed)
  return Array.from({ length: count }, () => {
    const share = random()
    const { least, most } = MIX.find(({ upTo }) => share < upTo) ?? MIX[0]
    const length = Math.min(words.length, least + Math.floor(random() * (most - least + 1)))
    const first = Math.floor(random() * (words.length - length + 1))
    const [from, to] = [words[first], words[first + length - 1]]
    if (!from || !to) throw new Error('the text has no words')
    return { start: from.start, end: to.end }
  })
}

/** Numbers from 0 up to 1, the same for the same seed. Mulberry32: small, and good enough to scatter. */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
