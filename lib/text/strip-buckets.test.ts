import { describe, expect, it } from 'vitest'
import type { Segment } from '@/lib/text/segments'
import { bucketsOf, tallies, tallyWords } from './strip-buckets'

const opening = { id: 'a', title: 'Opening', level: 0, start: 0, end: 600 }
const second = { id: 'b', title: 'War', level: 2, start: 601, end: 1000 }

function segment(start: number, end: number, level: Segment['level']): Segment {
  return { start, end, level, state: 'others' }
}

describe('the ruler of a text', () => {
  it('names stretches by section and paragraph, leaving headings out', () => {
    const blocks = [
      { start: 0, end: 400, top: 0 },
      { start: 401, end: 600, top: 1 },
      { start: 601, end: 604, top: 2 },
      { start: 605, end: 1000, top: 3 },
    ]
    const buckets = bucketsOf([opening, second], blocks)
    expect(buckets.map(({ place, start, end }) => [place, start, end])).toEqual([
      ['§0.1', 0, 200],
      ['§0.1', 200, 400],
      ['§0.2', 401, 600],
      ['§1.1', 605, 803],
      ['§1.1', 803, 1000],
    ])
  })

  it('takes a list for one paragraph', () => {
    const blocks = [
      { start: 0, end: 100, top: 0 },
      { start: 101, end: 180, top: 0 },
    ]
    expect(bucketsOf([opening], blocks)).toHaveLength(1)
  })

  it('never has more than 120 stretches, and they still reach the end', () => {
    const blocks = Array.from({ length: 1000 }, (_, top) => ({
      start: top * 50,
      end: top * 50 + 49,
      top,
    }))
    const buckets = bucketsOf([{ ...opening, end: 50_000 }], blocks)
    expect(buckets.length).toBeLessThanOrEqual(120)
    expect(buckets.at(-1)?.end).toBe(49_999)
  })
})

describe('how many notes lie on a stretch', () => {
  const stretches = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
    { start: 20, end: 30 },
  ]
  it('is the deepest overlap or the number of passages', () => {
    expect(tallies(stretches, [segment(0, 2, 1), segment(4, 6, 1), segment(12, 14, 3)])).toEqual([
      2, 3, 0,
    ])
  })
  it('counts neighbours of one passage once', () => {
    expect(tallies(stretches, [segment(0, 3, 1), segment(3, 5, 2), segment(5, 9, 1)])).toEqual([
      2, 0, 0,
    ])
  })
  it('counts a passage on both stretches that it lies on', () => {
    expect(tallies(stretches, [segment(8, 12, 4)])).toEqual([4, 4, 0])
  })
})

it('says many as many', () => {
  expect([0, 1, 2, 4].map(tallyWords)).toEqual(['no notes', '1 note', '2 notes', '4 or more notes'])
})
