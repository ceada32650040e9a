import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OpenTransactions } from './open-transactions'

const at = (xid: bigint) => ({ xid, id: 0n })

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('how many are open, and since when the oldest is', () => {
  const open = new OpenTransactions()
  const began = new Date()
  open.note([at(7n)])
  vi.advanceTimersByTime(1_000)
  open.note([at(7n), at(9n)])
  expect(open.status()).toEqual({ openTransactions: 2, since: began })
  open.note([at(9n)])
  expect(open.status()).toEqual({ openTransactions: 1, since: new Date(Number(began) + 1_000) })
  open.note([])
  expect(open.status()).toEqual({ openTransactions: 0, since: null })
})

test('one that stays open longer than ten seconds is logged, once', () => {
  const said: bigint[] = []
  const open = new OpenTransactions((xid) => said.push(xid))
  open.note([at(7n)])
  vi.advanceTimersByTime(10_000)
  open.note([at(7n), at(9n)])
  expect(said).toEqual([])
  vi.advanceTimersByTime(1)
  open.note([at(7n), at(9n)])
  open.note([at(7n), at(9n)])
  expect(said).toEqual([7n])
})
