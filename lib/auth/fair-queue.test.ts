import { expect, test } from 'vitest'
import { TooMany } from '@/lib/errors'
import { FairQueue, FairTurns } from './fair-queue'

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

test('so many work at once, also when one of them fails', async () => {
  const turns = new FairTurns(2, { most: 20, mostInLane: 20 })
  let working = 0
  let most = 0
  const work = async (n: number) => {
    working += 1
    most = Math.max(most, working)
    await Promise.resolve()
    working -= 1
    if (n === 3) throw new Error('on purpose')
    return n
  }
  const all = Array.from({ length: 9 }, (_, n) => turns.run(`lane ${n % 2}`, () => work(n)))
  const outcomes = await Promise.allSettled(all)
  expect(most).toBe(2)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
  expect(await turns.run('a', () => Promise.resolve('after'))).toBe('after')
})
