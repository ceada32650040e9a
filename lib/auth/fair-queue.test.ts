import { expect, test } from 'vitest'
import { TooMany } from '@/lib/errors'
import { FairQueue } from './fair-queue'

test('lanes take turns, and each keeps its order', () => {
  const queue = new FairQueue<string>({ most: 10, mostInLane: 5 })
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.push(name.slice(0, 1), name)
  const order = Array.from({ length: 7 }, () => queue.shift())
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', null])
  expect(queue.size).toBe(0)
})

test('a full lane refuses while others take, and a full queue refuses all', () => {
  const queue = new FairQueue<number>({ most: 3, mostInLane: 2 })
  queue.push('a', 1)
  queue.push('a', 2)
  expect(() => queue.push('a', 3)).toThrow(TooMany)
  queue.push('b', 4)
  expect(() => queue.push('c', 5)).toThrow(TooMany)
})
