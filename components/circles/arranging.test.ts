import { expect, test } from 'vitest'
import {
  circlesInput,
  type DraftCircle,
  movesBetween,
  savedCircles,
  withDrawn,
  withListed,
  withMoved,
} from './arranging'

const circles: readonly DraftCircle[] = [
  { key: 'a', id: 'a', name: 'One', members: ['u', 'd'] },
  { key: 'b', id: 'b', name: 'Two', members: ['t'] },
]

test('somebody is in one circle at most', () => {
  const moved = withMoved(circles, 'u', 'b')
  expect(moved.map(({ members }) => members)).toEqual([['d'], ['t', 'u']])
  expect(movesBetween(circles, moved)).toBe(1)
  const out = withMoved(circles, 'u', '')
  expect([out[0]?.members, movesBetween(circles, out)]).toEqual([['d'], 1])
})

test('a draw keeps the circles that there are, adds some, ends those left over', () => {
  const three = withDrawn(circles, [['t'], ['u'], ['d']])
  expect(three.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'One'],
    ['b', 'Two'],
    [null, 'Circle 3'],
  ])
  expect(withDrawn(circles, [['u', 'd', 't']]).map(({ id }) => id)).toEqual(['a'])
})

test('a list keeps the circles that it names', () => {
  const listed = withListed(circles, [
    { name: 'Two', members: ['u'] },
    { name: 'New', members: ['t'] },
  ])
  expect(circlesInput(listed)).toEqual([
    { id: 'b', name: 'Two', members: ['u'] },
    { name: 'New', members: ['t'] },
  ])
})

test('what was saved is what is arranged, of those who are students still', () => {
  const members = [
    { id: 'u', name: 'Una' },
    { id: 'gone', name: 'Gone' },
  ]
  const circle = { id: 'a', name: 'One', members }
  expect(savedCircles({ items: [circle] }, new Set(['u']))).toEqual([
    { key: 'a', id: 'a', name: 'One', members: ['u'] },
  ])
})
