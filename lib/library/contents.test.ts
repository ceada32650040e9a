import { describe, expect, test } from 'vitest'
import { byActivity, pageAfter, placeKey, sharedWith } from './contents'

function candidate(readingId: string, added: number, groupId: string | null = 'desk') {
  return { readingId, groupId, addedAt: new Date(added) }
}

const ids = (items: readonly { readonly readingId: string }[]) =>
  items.map(({ readingId }) => readingId)

test('where something happened last comes first; what is new counts from when it came', () => {
  const [old, busy, fresh] = [candidate('old', 1), candidate('busy', 2), candidate('fresh', 20)]
  const activity = new Map([
    [placeKey(busy), new Date(30)],
    [placeKey({ readingId: 'fresh', groupId: 'class' }), new Date(99)],
  ])
  expect(ids(byActivity([old, fresh, busy], activity))).toEqual(['busy', 'fresh', 'old'])
})

describe('a page of a shelf', () => {
  const items = ['a', 'b', 'c'].map((id) => candidate(id, 0))

  test('leads to what follows it', () => {
    const first = pageAfter(items, { after: null, limit: 2 })
    expect(ids(first.items)).toEqual(['a', 'b'])
    expect(first.next).toBe('b')
    const rest = pageAfter(items, { after: 'b', limit: 2 })
    expect(ids(rest.items)).toEqual(['c'])
    expect(rest.next).toBeNull()
  })

  test('is the last when just full, and the first when its reading is gone', () => {
    expect(pageAfter(items, { after: null, limit: 3 }).next).toBeNull()
    expect(ids(pageAfter(items, { after: 'gone', limit: 1 }).items)).toEqual(['a'])
  })
})

test('a text is told to stand on the first shelf that holds it', () => {
  const desk = [candidate('treaty', 0)]
  const course = [candidate('liberty', 0, 'class'), candidate('treaty', 0, 'class')]
  const open = [candidate('treaty', 0, 'open')]
  expect(sharedWith([desk, course, open, []])).toEqual([null, 0, 0, null])
})
