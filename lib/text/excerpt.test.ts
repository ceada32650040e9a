import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excerpt } from './excerpt'

it.each([
  ['short', 'A short text.', 40, 'A short text.'],
  ['cut after a word', 'The ledger was closed before anyone', 20, 'The ledger was…'],
  ['without the comma at the cut', 'The ledger, the book, closed', 13, 'The ledger…'],
  ['on one line', 'One\ntwo   three', 40, 'One two three'],
  ['cut inside a word that has no end', 'x'.repeat(50), 10, `${'x'.repeat(9)}…`],
  ['never half an emoji', '🧭'.repeat(20), 8, '🧭🧭🧭…'],
  ['of nothing', '', 10, ''],
])('is %s', (_, text, most, expected) => {
  expect(excerpt(text, most)).toBe(expected)
})

it('is never longer than asked, and well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      expect(excerpt(text, most).length).toBeLessThanOrEqual(most)
      expect(excerpt(text, most).isWellFormed()).toBe(true)
    }),
  )
})
