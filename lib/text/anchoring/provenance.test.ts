// Texts of words of which each stands once, so that where a word went is known without any matching.

import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { describe as quoteOf } from '@/lib/text/selectors'
import { type Anchored, reanchor } from './anchoring'

type Blocks = readonly (readonly string[])[]
type Edit = {
  readonly kind: string
  readonly block: number
  readonly word: number
  readonly to: number
}

const LETTERS = 'abcdefghijklmnopqrstuvw'

// A code of distance three (Reed and Solomon): no two words have more than one of their four letters in common, so that none can be taken
// for another one misspelt.
function invented(number: number): string {
  const [x, y] = [number % 23, Math.floor(number / 23)]
  return [x, y, x + y, x + 2 * y].map((letter) => LETTERS[letter % 23]).join('')
}

function blocksOf(sizes: readonly number[]): Blocks {
  let next = 0
  return sizes.map((size) => Array.from({ length: size }, () => invented(next++)))
}

function textOf(blocks: Blocks): string {
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join(' ')}.`)
    .join('\n')
}

function edited(blocks: Blocks, { kind, block, word, to }: Edit, number: number): Blocks {
  const at = block % blocks.length
  const words = blocks[at] ?? []
  const place = words.length === 0 ? 0 : word % words.length
  const others = blocks.filter((_, n) => n !== at)
  const fresh = invented(400 + number)
  const put = (changed: readonly string[]) => blocks.map((had, n) => (n === at ? changed : had))
  if (kind === 'insert') return put(words.toSpliced(place, 0, fresh))
  if (kind === 'replace') return put(words.toSpliced(place, 1, fresh))
  if (kind === 'remove') return put(words.toSpliced(place, 1))
  if (kind === 'split') return blocks.toSpliced(at, 1, words.slice(0, place), words.slice(place))
  if (kind === 'join') return blocks.toSpliced(at, 2, [...words, ...(blocks[at + 1] ?? [])])
  if (kind === 'drop') return others.length > 0 ? others : blocks
  return others.toSpliced(to % (others.length + 1), 0, words)
}

const sizes = fc.array(fc.integer({ min: 6, max: 18 }), { minLength: 2, maxLength: 8 })
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'replace', 'remove', 'split', 'join', 'drop', 'move'),
    block: fc.nat(20),
    word: fc.nat(40),
    to: fc.nat(20),
  }),
  { minLength: 1, maxLength: 8 },
)

function revised(blocks: Blocks, all: readonly Edit[]): Blocks {
  return all.reduce((now, edit, number) => edited(now, edit, number), blocks)
}

function rangesOf(text: string): Map<string, { start: number; end: number }> {
  return new Map(
    Array.from(text.matchAll(/[a-z]+/g), ({ index, 0: word }) => [
      word,
      { start: index, end: index + word.length },
    ]),
  )
}

function placeOf(anchored: Anchored | undefined) {
  return anchored && 'start' in anchored ? { start: anchored.start, end: anchored.end } : null
}

function isBetweenTheSame(word: string, oldText: string, newText: string): boolean {
  const [row] = oldText.match(new RegExp(`[a-z]+ ${word} [a-z]+`)) ?? []
  return row !== undefined && newText.includes(row)
}

describe('edits of which every outcome is known', () => {
  test.prop([sizes, edits], { numRuns: 50 })(
    'a word that was left between its neighbours is at its own place or nowhere, and none that was replaced is there',
    (lengths, all) => {
      const blocks = blocksOf(lengths)
      const [oldText, newText] = [textOf(blocks), textOf(revised(blocks, all))]
      const [before, after] = [rangesOf(oldText), rangesOf(newText)]
      const anchored = reanchor({ oldText, newText, anchors: [...before.values()] })
      const places = [...before.keys()].map((word, n) => ({ word, place: placeOf(anchored[n]) }))
      // What was carried away in ones and twos cannot be told from what was put in its place.
      const held = new Set(
        [...before.keys()].filter((word) => isBetweenTheSame(word, oldText, newText)),
      )
      const left = places.filter(({ word, place }) => place && held.has(word))
      for (const { word, place } of left) expect([word, place]).toEqual([word, after.get(word)])
      const kept = new Set(left.map(({ place }) => place?.start))
      const replaced = places.filter(({ word }) => !after.has(word))
      for (const { place } of replaced) expect(kept).not.toContain(place?.start)
    },
  )

  test.prop([sizes, edits], { numRuns: 50 })(
    'five words that are left in a row are where they are, exactly',
    (lengths, all) => {
      const blocks = blocksOf(lengths)
      const [oldText, newText] = [textOf(blocks), textOf(revised(blocks, all))]
      const rows = [...oldText.matchAll(/(?:[a-z]+ ){4}[a-z]+/g)].filter(([words]) =>
        newText.includes(words),
      )
      const anchors = rows.map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
      }))
      const anchored = reanchor({ oldText, newText, anchors })
      for (const [n, { 0: words }] of rows.entries()) {
        const start = newText.indexOf(words)
        expect(placeOf(anchored[n])).toEqual({ start, end: start + words.length })
      }
    },
  )

  test.prop([sizes, edits], { numRuns: 50 })(
    'publishing the old text again brings every passage of four words back',
    (lengths, all) => {
      const blocks = blocksOf(lengths)
      const [oldText, newText] = [textOf(blocks), textOf(revised(blocks, all))]
      const originals = Array.from(
        oldText.matchAll(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/g),
        ({ index, 0: words }) => ({
          ...quoteOf(oldText, index, index + words.length),
          start: index,
          end: index + words.length,
        }),
      )
      const carried = reanchor({ oldText, newText, anchors: originals })
      const anchors = originals.map(({ exact, prefix, suffix }, n) => ({
        exact,
        prefix,
        suffix,
        ...placeOf(carried[n]),
      }))
      const undone = reanchor({ oldText: newText, newText: oldText, anchors })
      expect(undone.map(placeOf)).toEqual(originals.map(({ start, end }) => ({ start, end })))
    },
  )

  test.prop([sizes, edits], { numRuns: 10 })('many at once are as each alone', (lengths, all) => {
    const blocks = blocksOf(lengths)
    const [oldText, newText] = [textOf(blocks), textOf(revised(blocks, all))]
    const anchors = [...rangesOf(oldText).values()].filter((_, n) => n % 5 === 0)
    const alone = anchors.map((anchor) => reanchor({ oldText, newText, anchors: [anchor] })[0])
    expect(reanchor({ oldText, newText, anchors })).toEqual(alone)
  })
})
