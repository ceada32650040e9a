import { expect, test } from 'vitest'
import { PrefixMaxima } from './prefix-maxima'

test('the best up to a place is found, and of equal ones the later', () => {
  const maxima = new PrefixMaxima(10)
  expect(maxima.upTo(9).index).toBe(-1)
  maxima.raise(7, 5, 70)
  maxima.raise(3, 5, 30)
  maxima.raise(1, 8, 10)
  expect([0, 1, 6, 9].map((place) => maxima.upTo(place).index)).toEqual([-1, 10, 10, 10])
  maxima.raise(3, 8, 31)
  maxima.raise(2, 8, 20)
  expect([1, 2, 3, 9].map((place) => maxima.upTo(place).index)).toEqual([10, 20, 31, 31])
})
