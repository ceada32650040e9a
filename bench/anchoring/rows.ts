// What is measured: a text, what happens to it, and what must be reached.

import {
  copyBlocks,
  copyBlocksFar,
  deleteSentences,
  type Edit,
  insertSentences,
  inTurn,
  mixed,
  moveBlocks,
  replaceWords,
  respace,
  type Stock,
  scramble,
  shuffleBlocks,
  splitAndMerge,
} from './edits'
import {
  article,
  book,
  type Language,
  licence,
  licenceStock,
  nearCopies,
  numberedCopies,
  ownStock,
  textIn,
  withLookalikes,
} from './material'
import { blocksOf, foreign, ofBlocks, original, type Traced } from './provenance'
import { randomFrom } from './random'
import { statuteOf } from './statute'

export type Bar = {
  readonly recall?: number
  readonly tight?: number
  readonly falseAnchors?: number
}

export type Case = {
  readonly text: string
  readonly now: Traced
  /** The text in which passages are marked, of the same length: a line of it is never left. */
  readonly marked?: string
}

export type Row = {
  readonly name: string
  readonly make: (seed: number) => Case
  readonly bar: Bar
  /** Left out where the peer takes minutes. */
  readonly hasPeer: boolean
}

const unchanged: Edit = (traced) => traced

function edit(text: string, how: Edit, stock: Stock, seed: number): Case {
  return { text, now: how(original(text), randomFrom(seed), stock) }
}

function ofArticle(name: string, how: Edit, bar: Bar, stock = licenceStock): Row {
  return { name, make: (seed) => edit(article, how, stock, seed), bar, hasPeer: true }
}

const twenty = (name: string, how: Edit, bar: Bar = { recall: 0.93 }): Row => ({
  name: `twenty near copies, ${name}`,
  make: (seed) => edit(nearCopies(seed), how, licenceStock, seed),
  bar,
  hasPeer: false,
})

const ofStatute = (name: string, how: Edit, bar: Bar): Row => ({
  name: `statute of near copies, ${name}`,
  make: (seed) => edit(statuteOf(), how, licenceStock, seed),
  bar,
  hasPeer: true,
})

// The same on one line: a newline and a blank are of one length, so that every answer stays known.
const onOneLine = (row: Row): Row => ({
  ...row,
  name: `${row.name}, all on one line`,
  make: (seed) => {
    const { text, now } = row.make(seed)
    const unbroken = (lines: string) => lines.replaceAll('\n', ' ')
    return { text: unbroken(text), marked: text, now: { ...now, text: unbroken(now.text) } }
  },
})

const numbered = (name: string, how: Edit, bar: Bar): Row => ({
  name: `twenty numbered copies, ${name}`,
  make: (seed) => edit(numberedCopies(), how, licenceStock, seed),
  bar,
  hasPeer: false,
})

const lightly: Edit = inTurn(deleteSentences(0.05), insertSentences(0.05), replaceWords(0.05))

const inLanguage = (language: Language): Row => ({
  name: `${language}, lightly edited`,
  make: (seed) => {
    const { text, stock } = textIn(language)
    return edit(text, inTurn(shuffleBlocks, lightly), stock, seed)
  },
  bar: { recall: 0.98, tight: 0.97, falseAnchors: 0.05 },
  hasPeer: true,
})

const revisions = (count: number, recall: number): Row => ({
  name: `history of the article, ${count} revision${count > 1 ? 's' : ''} on`,
  make: (seed) => {
    const revision = inTurn(
      moveBlocks(0.004),
      deleteSentences(0.004),
      insertSentences(0.004),
      replaceWords(0.003),
      splitAndMerge(0.002),
    )
    return edit(article, inTurn(...new Array<Edit>(count).fill(revision)), licenceStock, seed)
  },
  bar: { recall, falseAnchors: 0.09 },
  hasPeer: true,
})

/** Rows whose bars are goals of the project, then rows beside them. */
export const rows: readonly Row[] = [
  ofArticle('none', unchanged, { recall: 1, tight: 1 }),
  ofArticle('20 % of sentences deleted', deleteSentences(0.2), {
    recall: 0.999,
    tight: 0.99,
    falseAnchors: 0.02,
  }),
  ofArticle('20 % foreign sentences inserted', insertSentences(0.2), { recall: 1, tight: 0.99 }),
  ofArticle('words replaced 10 %', replaceWords(0.1), { recall: 0.995, tight: 0.97 }),
  ofArticle('words replaced 25 %', replaceWords(0.25), { recall: 0.98, tight: 0.93 }),
  ofArticle('words replaced 50 %', replaceWords(0.5), { recall: 0.93, tight: 0.75 }),
  ofArticle('paragraphs in random order', shuffleBlocks, { recall: 0.999, tight: 0.99 }),
  ofArticle('punctuation and white space', respace, { recall: 0.999, tight: 0.99 }),
  ofArticle('30 % of blocks copied before', copyBlocks(0.3), { recall: 0.995 }),
  {
    name: 'blocks deleted, lookalikes remain',
    make: (seed) => {
      const blocks = withLookalikes(seed)
      const text = blocks.map((block) => block.text).join('\n')
      const kept = blocksOf(original(text)).filter((_, n) => blocks[n]?.isLookalike)
      return { text, now: ofBlocks(kept) }
    },
    bar: { recall: 0.99, falseAnchors: 0.05 },
    hasPeer: true,
  },
  ofArticle('all mixed', mixed, { recall: 0.985, tight: 0.95, falseAnchors: 0.05 }),
  ofArticle('all words scrambled', scramble, { falseAnchors: 0.02 }),
  {
    name: 'another text',
    make: () => ({ text: article, now: foreign(licence.slice(0, 8_000)) }),
    bar: { falseAnchors: 0.02 },
    hasPeer: true,
  },
  twenty('words replaced', replaceWords(0.1)),
  twenty('all mixed', mixed),
  ofStatute('blocks in random order', shuffleBlocks, { recall: 0.95 }),
  ofStatute('30 % of blocks moved', moveBlocks(0.3), { recall: 0.95 }),
  ofStatute('all mixed', mixed, { recall: 0.95, falseAnchors: 0.1 }),
  onOneLine(ofArticle('paragraphs in random order', shuffleBlocks, { recall: 0.999, tight: 0.99 })),
  onOneLine(ofArticle('all mixed', mixed, { recall: 0.985, tight: 0.95, falseAnchors: 0.05 })),
  onOneLine(ofStatute('blocks in random order', shuffleBlocks, { recall: 0.95 })),
  onOneLine(ofStatute('all mixed', mixed, { recall: 0.95, falseAnchors: 0.1 })),
  numbered('30 % of blocks moved', moveBlocks(0.3), { recall: 0.95 }),
  numbered('all mixed', mixed, { recall: 0.9, falseAnchors: 0.15 }),
  ofArticle('copied anywhere before', copyBlocksFar(0.3), { recall: 0.995 }),
  ofArticle(
    'replaced 25 % by its own words',
    replaceWords(0.25),
    { recall: 0.98, tight: 0.93 },
    ownStock(article),
  ),
  inLanguage('korean'),
  inLanguage('chinese'),
  inLanguage('arabic'),
  inLanguage('ukrainian'),
  inLanguage('marks'),
  revisions(1, 0.99),
  revisions(10, 0.99),
  revisions(50, 0.98),
  revisions(100, 0.95),
  {
    name: 'book of 500,000 characters, mixed',
    make: (seed) => {
      const { text, stock } = book(seed)
      return edit(text, mixed, stock, seed)
    },
    bar: { recall: 0.985, tight: 0.95, falseAnchors: 0.05 },
    hasPeer: false,
  },
]
