import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codePointOffset, utf16Offset } from './code-points'

const someText = fc
  .array(fc.constantFrom('a', '🧭', '\u{10FFFF}', '\u0301', '\ud800', '\udc00'), { maxLength: 12 })
  .map((parts) => parts.join(''))

const text = 'a🧭b👩‍👧'

it.each([
  ['the start', 0, 0],
  ['before a pair', 1, 1],
  ['behind a pair', 3, 2],
  ['behind the next letter', 4, 3],
  ['the end', text.length, [...text].length],
])('counts code points up to %s, and back', (_, utf16, points) => {
  expect(codePointOffset(text, utf16)).toBe(points)
  expect(utf16Offset(text, points)).toBe(utf16)
})

it('agrees with the count of code points for every text', () => {
  fc.assert(
    fc.property(someText, (any) => {
      const points = [...any]
      const offsets = points.map((_, count) => points.slice(0, count).join('').length)
      expect(offsets.map((_, count) => utf16Offset(any, count))).toEqual(offsets)
      expect(offsets.map((offset) => codePointOffset(any, offset))).toEqual([...points.keys()])
    }),
  )
})

it('gives the whole length for what lies beyond the end', () => {
  expect(utf16Offset(text, 99)).toBe(text.length)
  expect(codePointOffset(text, 99)).toBe([...text].length)
})
