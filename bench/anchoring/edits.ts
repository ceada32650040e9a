// What happens to texts. Each edit takes a text that knows its origins and gives one.

import {
  blocksOf,
  edited,
  foreign,
  inPlaceOf,
  joined,
  ofBlocks,
  SENTENCE,
  type Traced,
  WORD,
} from './provenance'
import { pick, type Random, shuffled } from './random'

/** What is put in comes from another text. */
export type Stock = { readonly sentences: readonly string[]; readonly words: readonly string[] }

export type Edit = (traced: Traced, random: Random, stock: Stock) => Traced

const nothing = foreign('')

export function deleteSentences(share: number): Edit {
  return (traced, random) =>
    edited(traced, SENTENCE, (sentence) => (random() < share ? nothing : sentence))
}

export function insertSentences(share: number): Edit {
  return (traced, random, { sentences }) =>
    edited(traced, SENTENCE, (sentence) =>
      random() < share ? joined([foreign(`${pick(random, sentences)} `), sentence]) : sentence,
    )
}

export function replaceWords(share: number): Edit {
  return (traced, random, { words }) =>
    edited(traced, WORD, (word) => (random() < share ? inPlaceOf(word, pick(random, words)) : word))
}

export const shuffleBlocks: Edit = (traced, random) => ofBlocks(shuffled(random, blocksOf(traced)))

export const respace: Edit = (traced, random) => {
  const spaced = edited(traced, /[^\S\n]/g, (blank) => {
    const chance = random()
    if (chance < 0.05) return foreign('  ')
    return chance < 0.07 ? foreign('\n') : blank
  })
  return edited(spaced, /[,;:“”"’'().–—-]/g, (sign) => {
    const chance = random()
    if (chance < 0.15) return nothing
    return chance < 0.3 ? foreign(pick(random, [',', ';', ' –', '"', '.'])) : sign
  })
}

/** Copies just before their originals. */
export function copyBlocks(share: number): Edit {
  return (traced, random) =>
    ofBlocks(
      blocksOf(traced).flatMap((block) =>
        random() < share ? [foreign(block.text), block] : [block],
      ),
    )
}

/** Copies anywhere before their originals. */
export function copyBlocksFar(share: number): Edit {
  return (traced, random) => {
    const blocks = blocksOf(traced)
    const out: Traced[] = []
    for (const block of blocks) {
      if (random() < share)
        out.splice(Math.floor(random() * (out.length + 1)), 0, foreign(block.text))
      out.push(block)
    }
    return ofBlocks(out)
  }
}

export function moveBlocks(share: number): Edit {
  return (traced, random) => {
    const blocks = blocksOf(traced)
    const moved = blocks.filter(() => random() < share)
    const stay = blocks.filter((block) => !moved.includes(block))
    for (const block of moved) stay.splice(Math.floor(random() * (stay.length + 1)), 0, block)
    return ofBlocks(stay)
  }
}

export function splitAndMerge(share: number): Edit {
  return (traced, random) =>
    edited(
      edited(traced, /(?<=[.!?])[^\S\n]+/g, (gap) => (random() < share ? foreign('\n') : gap)),
      /\n+/g,
      (gap) => (random() < share ? foreign(' ') : gap),
    )
}

/** One edit after the other. */
export function inTurn(...edits: readonly Edit[]): Edit {
  return (traced, random, stock) => edits.reduce((text, edit) => edit(text, random, stock), traced)
}

export const mixed: Edit = inTurn(
  moveBlocks(0.15),
  deleteSentences(0.1),
  insertSentences(0.1),
  replaceWords(0.08),
  splitAndMerge(0.1),
)

/** All words of the text in random order, the signs between them where they were. */
export const scramble: Edit = (traced, random) => {
  const words = shuffled(random, traced.text.match(WORD) ?? [])
  return edited(foreign(traced.text), WORD, () => foreign(words.pop() ?? ''))
}

/** The words of each sentence in random order. */
export const scrambleSentences: Edit = (traced, random, stock) =>
  edited(foreign(traced.text), SENTENCE, (sentence) => scramble(sentence, random, stock))
