import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDoc } from '@/lib/text/doc-arbitrary'
import type { DocNode } from '@/lib/text/doc-node'
import { readingText } from '@/lib/text/document'
import { type KeptRun, trueRuns } from '@/lib/text/kept-runs'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { normaliseDoc } from '@/lib/text/normalise-doc'
import { readingSchema } from '@/lib/text/reading-schema'
import { keptRuns, moved, type Pieces, piecesOf, positionsOf, replaced } from './kept-pieces'
import { textTable } from './text-table'

const nodeOf = (doc: DocNode): Node => readingSchema.nodeFromJSON(doc)
const tableOf = (doc: Node) => textTable(doc, doc.toJSON())
const whole = (text: string): KeptRun[] => [[0, 0, text.length]]

function begun(doc: Node): Pieces {
  const table = tableOf(doc)
  return piecesOf(doc.content.size, table, whole(table.text))
}

function edited(pieces: Pieces, transform: Transform): Pieces {
  let now = pieces
  for (const map of transform.mapping.maps) {
    const ranges: { start: number; oldSize: number; newSize: number }[] = []
    map.forEach((start, end, newStart, newEnd) => {
      ranges.push({ start, oldSize: end - start, newSize: newEnd - newStart })
    })
    for (const range of ranges.toReversed()) now = replaced(now, range)
  }
  return now
}

const SAMPLE = nodeOf(
  readingFromMarkdown('# One\n\nFirst words here.\n\n## Two\n\n- A point.\n- Another.'),
)

describe('the table of a document', () => {
  test('finds every character of the text where it stands', () => {
    fc.assert(
      fc.property(anyDoc, (doc) => {
        const node = nodeOf(normaliseDoc(doc))
        const { text, runs } = tableOf(node)
        expect(text).toBe(readingText(node.toJSON()).text)
        for (const { pos, offset, length } of runs) {
          const said = node.textBetween(pos, pos + length, '\n', '\n')
          expect(said).toBe(text.slice(offset, offset + length))
        }
        const inBlocks = text.replaceAll('\n', '').length
        const covered = runs.reduce(
          (sum, run) =>
            sum + text.slice(run.offset, run.offset + run.length).replaceAll('\n', '').length,
          0,
        )
        expect(covered).toBe(inBlocks)
      }),
      { numRuns: 200 },
    )
  })

  test('passes over what normal form leaves out', () => {
    const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
    const doc = {
      type: 'doc',
      content: [paragraph('  two  blanks '), { type: 'paragraph' }, paragraph('e\u0301 end')],
    }
    const { text, runs } = tableOf(nodeOf(doc))
    expect(text).toBe('two blanks\né end')
    const node = nodeOf(doc)
    for (const { pos, offset, length } of runs) {
      expect(node.textBetween(pos, pos + length)).toBe(text.slice(offset, offset + length))
    }
  })
})

describe('what is kept of a text', () => {
  test('is all of it before anything is edited, in one run', () => {
    const table = tableOf(SAMPLE)
    expect(keptRuns(begun(SAMPLE), table)).toEqual(whole(table.text))
  })

  test('is what was not touched: typing, deleting, splitting and joining leave the rest', () => {
    const { text } = tableOf(SAMPLE)
    const at = positionsOf(begun(SAMPLE), rangeOf(text, 'words'))
    if (!at) throw new Error('the words stand there')
    const transform = new Transform(SAMPLE)
      .insert(at.from, readingSchema.text('few '))
      .split(at.from + 4)
    const pieces = edited(begun(SAMPLE), transform)
    const after = tableOf(transform.doc)
    const runs = keptRuns(pieces, after)
    expect(trueRuns(runs, { oldText: text, newText: after.text })).toEqual(runs)
    const kept = runs.map(([from, , length]) => text.slice(from, from + length)).join('')
    expect(kept).toBe(text)
  })

  test('a section that is moved is kept where it goes', () => {
    const { text } = tableOf(SAMPLE)
    const from = SAMPLE.child(0).nodeSize + SAMPLE.child(1).nodeSize
    const slice = SAMPLE.slice(from, SAMPLE.content.size)
    const transform = new Transform(SAMPLE).delete(from, SAMPLE.content.size)
    transform.insert(0, slice.content)
    const pieces = moved(begun(SAMPLE), { from, to: SAMPLE.content.size, target: 0 })
    const after = tableOf(transform.doc)
    const runs = keptRuns(pieces, after)
    expect(after.text.startsWith('Two')).toBe(true)
    expect(trueRuns(runs, { oldText: text, newText: after.text }).length).toBe(runs.length)
    expect(runs.reduce((sum, [, , length]) => sum + length, 0)).toBeGreaterThan(text.length - 3)
  })

  test('a draft that was kept goes on from where it was', () => {
    const { text } = tableOf(SAMPLE)
    const first = new Transform(SAMPLE).insert(1, readingSchema.text('Now '))
    const runs = keptRuns(edited(begun(SAMPLE), first), tableOf(first.doc))
    const again = piecesOf(first.doc.content.size, tableOf(first.doc), runs)
    const second = new Transform(first.doc).delete(1, 3)
    const after = tableOf(second.doc)
    const kept = keptRuns(edited(again, second), after)
    expect(trueRuns(kept, { oldText: text, newText: after.text })).toEqual(kept)
    expect(kept.reduce((sum, [, , length]) => sum + length, 0)).toBe(text.length)
  })
})

test('what is kept agrees with where each character went, through any row of edits', () => {
  const edit = fc.record({
    at: fc.nat(1_000),
    size: fc.nat(12),
    text: fc.constantFrom('', 'x', 'new words', 'é'),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const table = tableOf(SAMPLE)
      // The answer by construction: what every position of the document was in the base's text.
      let origins = originsOf(SAMPLE)
      const transform = new Transform(SAMPLE)
      for (const { at, size, text } of edits) {
        const { from, to } = within(transform.doc, at, size)
        const fresh = text === '' ? null : readingSchema.text(text)
        if (fresh) transform.replaceWith(from, to, fresh)
        else transform.delete(from, to)
        origins = [...origins.slice(0, from), ...Array.from(text, () => null), ...origins.slice(to)]
      }
      const after = tableOf(transform.doc)
      const kept = keptRuns(edited(begun(SAMPLE), transform), after)
      expect(byOrigin(kept, table.text)).toEqual(placesOf(origins, after))
    }),
  )
})

function rangeOf(text: string, words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

/** Where each kept character stands, by where it came from, newlines left out. */
function byOrigin(kept: readonly KeptRun[], text: string): [number, number][] {
  return kept
    .flatMap(([from, to, length]) =>
      Array.from({ length }, (_, n): [number, number] => [from + n, to + n]),
    )
    .filter(([from]) => text[from] !== '\n')
    .toSorted(([a], [b]) => a - b)
}

/** The same by construction. */
function placesOf(
  origins: readonly (number | null)[],
  { runs }: ReturnType<typeof tableOf>,
): [number, number][] {
  return runs
    .flatMap(({ pos, offset, length }) =>
      Array.from({ length }, (_, n) => ({ origin: origins[pos + n], offset: offset + n })),
    )
    .flatMap(({ origin, offset }): [number, number][] =>
      origin === null || origin === undefined ? [] : [[origin, offset]],
    )
    .toSorted(([a], [b]) => a - b)
}

function originsOf(doc: Node): (number | null)[] {
  const origins: (number | null)[] = new Array(doc.content.size).fill(null)
  for (const { pos, offset, length } of tableOf(doc).runs) {
    for (let n = 0; n < length; n += 1) origins[pos + n] = offset + n
  }
  return origins
}

/** A stretch inside one textblock of a document. */
function within(doc: Node, at: number, size: number): { from: number; to: number } {
  const blocks: { start: number; end: number }[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) blocks.push({ start: pos + 1, end: pos + 1 + node.content.size })
  })
  const block = blocks[at % blocks.length] ?? { start: 1, end: 1 }
  const from = block.start + (at % (block.end - block.start + 1))
  return { from, to: Math.min(block.end, from + size) }
}
