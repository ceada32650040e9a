import { describe, expect, test } from 'vitest'
import type { TextBlock } from '@/lib/text/document'
import { heatOf } from './heat'
import { paragraphsOf } from './paragraphs'

const text = 'Before.\nHead\nOne two.\nThree four.\nLast\nEnd.'
const block = (
  index: number,
  start: number,
  end: number,
  kind: TextBlock['kind'] = 'paragraph',
) => ({
  ...{ index, start, end, kind },
  top: index,
})
const blocks = [
  block(0, 0, 7),
  block(1, 8, 12, 'heading'),
  block(2, 13, 21),
  block(3, 22, 33),
  block(4, 34, 38, 'heading'),
  block(5, 39, 43),
]
const sections = [
  { sectionId: 'opening', title: 'Opening', start: 0, end: 8 },
  { sectionId: 's1', title: 'Head', start: 8, end: 34 },
  { sectionId: 's2', title: 'Last', start: 34, end: 43 },
]
const paragraphs = paragraphsOf({ text, blocks, sections, assigned: new Set(['s1', 's2']) })

test('paragraphs are numbered through the text, and take the heading above them along', () => {
  expect(paragraphs.map(({ number, start, begins }) => [number, start, begins])).toEqual([
    [2, 8, 'One two.'],
    [3, 22, 'Three four.'],
    [4, 34, 'End.'],
  ])
})

describe('heat', () => {
  const count = (bucket: number, kind: string, day: string, notes: number) => ({
    ...{ bucket, kind, day, notes },
  })

  test('sums by paragraph, day and type; a day without notes has its column', () => {
    const heat = heatOf(paragraphs, [
      count(1, 'question', '2026-11-02', 2),
      count(1, 'note', '2026-11-04', 1),
      count(3, 'oppose', '2026-11-04', 4),
      count(0, 'note', '2026-11-03', 9),
    ])
    expect(heat.days).toEqual(['2026-11-02', '2026-11-03', '2026-11-04'])
    expect(heat.rows.map(({ total }) => total)).toEqual([3, 0, 4])
    expect(heat.rows[0]?.byKind.get('question')).toBe(2)
    expect(heat.rows[2]?.byDay.get('2026-11-04')).toBe(4)
  })

  test('shows the last three weeks of a long time, with all notes in the sums', () => {
    const heat = heatOf(paragraphs, [
      count(1, 'note', '2026-01-01', 5),
      count(1, 'note', '2026-03-01', 1),
    ])
    expect([heat.days.length, heat.days[0], heat.days.at(-1)]).toEqual([
      21,
      '2026-02-09',
      '2026-03-01',
    ])
    expect(heat.rows[0]?.total).toBe(6)
  })

  test('of nothing has its rows and no days', () => {
    expect(heatOf(paragraphs, [])).toMatchObject({ days: [], rows: [{ total: 0 }, {}, {}] })
  })
})
