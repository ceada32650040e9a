import { expect, test } from 'vitest'
import { PATIENCE, waitAfter } from './waits'

test('nobody waits while failures are free', () => {
  expect(waitAfter(0, PATIENCE.unknown)).toBe(0)
  expect(waitAfter(5, PATIENCE.unknown)).toBe(0)
})

test('the wait doubles with each further failure', () => {
  expect([6, 7, 8, 9].map((failures) => waitAfter(failures, PATIENCE.unknown))).toEqual([
    1, 2, 4, 8,
  ])
})

test('however often somebody fails, the wait has an end: it is never a lock', () => {
  expect(waitAfter(1_000_000, PATIENCE.unknown)).toBe(300)
  expect(waitAfter(1_000_000, PATIENCE.known)).toBe(60)
})
