import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { LibrarySection } from '@/lib/library/shape'
import { SectionRibbon } from './section-ribbon'

function section(length: number, notes = 0, unread = 0): LibrarySection {
  return { title: 'A section', length, notes, unread }
}

function drawn(sections: readonly LibrarySection[]) {
  document.body.innerHTML = renderToStaticMarkup(<SectionRibbon sections={sections} />)
  const cells = [...document.querySelectorAll('g')]
  return {
    label: document.querySelector('svg')?.getAttribute('aria-label'),
    levels: cells.map((cell) => cell.getAttribute('data-level')),
    dots: cells.map((cell) => cell.querySelector('circle') !== null),
    spans: cells.map((cell) => {
      const fill = cell.querySelector('.fill')
      const part = (name: string) => Number.parseFloat(fill?.getAttribute(name) ?? '')
      return { from: part('x'), to: part('x') + part('width') }
    }),
  }
}

test('cells stand in a row without overlap and fill the ribbon, however many there are', () => {
  for (const count of [1, 2, 6, 30, 200]) {
    const { spans } = drawn(Array.from({ length: count }, (_, index) => section(index * 900)))
    for (const [index, { from, to }] of spans.entries()) {
      expect(to).toBeGreaterThan(from)
      expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0)
    }
    expect(spans.at(-1)?.to).toBeCloseTo(100, 0)
  }
})

test('a section is as wide as it is long', () => {
  const [short, long] = drawn([section(1000), section(3000)]).spans.map(({ from, to }) => to - from)
  expect((long ?? 0) / (short ?? 1)).toBeCloseTo(3, 0)
})

test('it is filled by how densely it is written on, not by how much', () => {
  expect(
    drawn([section(1000), section(1000, 2), section(1000, 5), section(1000, 9), section(1000, 20)])
      .levels,
  ).toEqual(['0', '1', '2', '3', '4'])
  expect(drawn([section(10_000, 20)]).levels).toEqual(['1'])
})

test('what is unread has a dot and is said in words', () => {
  const { dots, label } = drawn([section(10, 7, 1), section(10, 2), section(10, 4, 4)])
  expect(dots).toEqual([true, false, true])
  expect(label).toBe('Notes in each section: 7, 2, 4; unread in 1, 3')
})

test('a book of a thousand sections is drawn and said in few parts, none of which loses anything', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => section(100, 1, index === 27 ? 1 : 0))
  const { levels, dots, label } = drawn(many)
  expect(levels).toHaveLength(40)
  expect(dots.flatMap((dot, index) => (dot ? [index] : []))).toEqual([1])
  expect(label).toMatch(
    /^Notes along its 1000 sections, in 40 parts: 25, 25.*; unread in 26 to 50$/,
  )
  expect(document.body.innerHTML.length).toBeLessThan(12_000)
})
