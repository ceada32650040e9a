import { expect, it } from 'vitest'
import { notesExpected } from './coverage'

const section = (id: string, start: number, end: number) => ({
  id,
  title: id,
  level: 2,
  start,
  end,
})

const room = {
  reading: {
    id: 'r',
    slug: 'r',
    title: 'R',
    language: 'en',
    revisionId: 'v',
    revision: 1,
    unseenAt: null,
    sections: [section('one', 0, 100), section('two', 101, 301)],
  },
  counts: [
    { sectionId: 'one', notes: 10, unread: 0 },
    { sectionId: 'two', notes: 40, unread: 0 },
    { sectionId: null, notes: 99, unread: 0 },
  ],
}

it.each([
  [0, 100, 10],
  [0, 50, 5],
  [101, 301, 40],
  [50, 151, 15],
  [301, 400, 0],
])('from %d to %d about %d notes', (from, to, expected) => {
  expect(notesExpected(room, { from, to })).toBeCloseTo(expected)
})
