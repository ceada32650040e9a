import { expect, it } from 'vitest'
import { shownDoc } from '@/lib/testing/shown-doc'
import { newTally } from './converted'
import { blocksFromLines } from './pdf-blocks'
import { linesOf } from './pdf-lines'
import { withoutMargins } from './pdf-margins'
import type { PdfPage, Piece } from './pdf-page'

const HEIGHT = 800

/** A page of lines: what it says, how far from the top, and what is unusual about it. */
function page(...lines: [text: string, top: number, more?: Partial<Piece>][]): PdfPage {
  const pieces = lines.map(([text, top, more]) => ({
    text,
    x: 60,
    y: HEIGHT - top,
    width: text.length * 5,
    size: 10,
    font: 'Serif',
    ...more,
  }))
  return { width: 600, height: HEIGHT, pieces }
}

function read(...pages: PdfPage[]) {
  const tally = newTally()
  const lines = withoutMargins(pages.flatMap(linesOf), pages, tally)
  return {
    shown: shownDoc({ type: 'doc', content: blocksFromLines(lines, tally) }),
    dropped: tally.dropped(),
  }
}

const FULL = { width: 480 }

it('lines of one distance are a paragraph, a wider one begins another', () => {
  expect(
    read(page(['one of many', 100, FULL], ['two.', 112], ['three', 140, FULL], ['four', 152]))
      .shown,
  ).toBe('p(one of many two.) p(three four)')
})

it('an indent begins another', () => {
  expect(
    read(
      page(
        ['one', 100, FULL],
        ['two.', 112, FULL],
        ['three', 124, { x: 80, width: 460 }],
        ['four', 136],
      ),
    ).shown,
  ).toBe('p(one two.) p(three four)')
})

it("a printer's hyphen goes, one that the word has elsewhere stays", () => {
  expect(
    read(
      page(['a well-known prom-', 100, FULL], ['ise, and a well-', 112, FULL], ['known lie', 124]),
    ).shown,
  ).toBe('p(a well-known promise, and a well-known lie)')
})

it('larger letters are headings, the largest of the first level', () => {
  const { shown } = read(
    page(
      ['Title', 100, { size: 20 }],
      ['Part', 140, { size: 14 }],
      ['words of the text', 170, FULL],
      ['and more of them', 182, FULL],
    ),
  )
  expect(shown).toBe('h1(Title) h2(Part) p(words of the text and more of them)')
})

it('a sentence runs on over the page, running heads and numbers do not', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page(
      [`The Weir, part ${number}`, 30],
      [`on page ${['one', 'two', 'three', 'four'][number - 1]} and`, 400, FULL],
      [String(number), 780],
    ),
  )
  const { shown, dropped } = read(...pages)
  expect(shown).toBe('p(on page one and on page two and on page three and on page four and)')
  expect(dropped).toEqual({ 'running-head': 4, 'page-number': 4 })
})

it('bullets make a list', () => {
  expect(
    read(page(['• one', 100], ['• two', 112], ['three', 150, FULL], ['four', 162])).shown,
  ).toBe('ul(li(p(one)) li(p(two))) p(three four)')
})

it('a script that runs leftward is read in its direction', () => {
  const line = (text: string, x: number): [string, number, Partial<Piece>] => [
    text,
    100,
    { x, width: 100 },
  ]
  expect(read(page(line('أوفى النهر', 400), line('بوعده', 295), line('ولم يعد', 190))).shown).toBe(
    'p(أوفى النهر بوعده ولم يعد)',
  )
})
