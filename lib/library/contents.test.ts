import { expect, test } from 'vitest'
import { sharedWith } from './contents'

function place(readingId: string, groupId: string | null = 'desk') {
  return { readingId, groupId }
}

test('a text is told to stand on the first shelf that holds it', () => {
  const desk = [place('treaty')]
  const course = [place('liberty', 'class'), place('treaty', 'class')]
  const open = [place('treaty', 'open')]
  expect(sharedWith([desk, course, open, []])).toEqual([null, 0, 0, null])
})
