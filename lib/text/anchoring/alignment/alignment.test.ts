import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { alignmentOf } from './alignment'

// A thousand words in ever other company.
function prose(sentences: number): string {
  return Array.from({ length: sentences }, (_, n) => {
    const words = Array.from({ length: 12 }, (_, k) => `w${(n * n * 31 + k * k * 7 + n * k) % 997}`)
    return `${words.join(' ')}.${n % 5 === 4 ? '\n' : ' '}`
  }).join('')
}

// Sentences that say the same of each other thing.
function litany(sentences: number, apart: string): string {
  return Array.from(
    { length: sentences },
    (_, n) => `In the year ${apart}${n} the mill by the river ground the rye.\n`,
  ).join('')
}

function workOf(oldText: string, newText: string): number {
  const { work } = alignmentOf(oldText, newText)
  return work.cells + work.pairs
}

describe('the cost of comparing', () => {
  it('grows with the text and not faster, wherever it was edited', () => {
    const edit = (text: string) => text.replaceAll(/w\d*3\b/g, 'other').replaceAll(/w\d*51 /g, '')
    const [short, long] = [prose(150), prose(1_200)]
    expect(workOf(long, edit(long))).toBeLessThan(8 * 1.3 * workOf(short, edit(short)))
  })

  // Every word of one with its like in the other, or every row of three, would be ten million pairs and more.
  it.each([
    ['have nothing in common but their common words', litany(1_000, 'A'), litany(1_000, 'B')],
    [
      'say the same again and again',
      'so it goes and '.repeat(2_000),
      `then ${'so it goes and '.repeat(1_999)}so it ends`,
    ],
  ])('stays bounded for texts that %s', (_, oldText, newText) => {
    expect(workOf(oldText, newText)).toBeLessThan(2_500_000)
  })
})

describe('texts that repeat themselves', () => {
  it('are led along in order, each copy to its own', () => {
    const verse = 'Row the boat to the other side and bring the grain home.'
    const oldText = Array.from({ length: 12 }, () => verse).join('\n')
    const newText = oldText.replace(verse, `${verse} Then rest.`)
    const { newOf, before, after } = alignmentOf(oldText, newText)
    const last = before.count - 2
    expect(newOf[last]).toBe(after.count - 2)
    expect(newOf[1]).toBe(1)
  })
})

const PHRASES = [
  'the miller counted nineteen heavy sacks',
  'before anybody noticed winter came early',
  'nineteen heavy sacks before anybody noticed',
  'counted nineteen',
  'stop.\n',
]

describe('newOf', () => {
  const texts = fc
    .array(fc.constantFrom(...PHRASES), { maxLength: 14 })
    .map((phrases) => phrases.join(' '))

  test.prop([texts, texts], { numRuns: 100 })('have one origin each', (oldText, newText) => {
    const { newOf, oldOf } = alignmentOf(oldText, newText)
    const found = [...newOf.entries()].filter(([, now]) => now >= 0)
    expect(found.map(([, now]) => oldOf[now])).toEqual(found.map(([old]) => old))
    expect(oldOf.filter((old) => old >= 0)).toHaveLength(found.length)
  })
})
