import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { isBetweenCharacters } from './characters'
import { normaliseText } from './normalise'
import { describe, locate } from './selectors'
import { LOCATED, TEXT } from './selectors.cases'

group('locating a passage', () => {
  it.each(LOCATED)('settles %s', (_, target, expected) => {
    const start = typeof expected === 'string' ? TEXT.indexOf(expected) : -1
    expect(locate(TEXT, target)).toEqual(
      typeof expected === 'string'
        ? { kind: 'found', start, end: start + expected.length }
        : expected,
    )
  })

  it('takes what describe gives, for every passage of every text', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', ' ', '\n', 'é', '🧭', '\u0303', '👩‍👧', '문'), {
        minLength: 1,
        maxLength: 80,
      })
      .map((parts) => normaliseText(parts.join('')))
      .filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, one, other) => {
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        )
        fc.pre(isBetweenCharacters(text, start) && isBetweenCharacters(text, end))
        fc.pre(text.slice(start, end).trim() !== '')
        expect(locate(text, { ...describe(text, start, end), start, end })).toEqual({
          kind: 'found',
          start,
          end,
        })
      }),
      { numRuns: 500 },
    )
  })

  it('is quick on a long text that repeats itself', () => {
    const text = 'a '.repeat(500_000).trim()
    const began = performance.now()
    expect(locate(text, { exact: `${'a '.repeat(2_000)}b` })).toEqual({ kind: 'missing' })
    expect(locate(text, { exact: 'a  a', prefix: 'b'.repeat(500) }).kind).toBe('ambiguous')
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

group('describing a passage', () => {
  it('gives 32 code units on each side, less only at the ends', () => {
    const start = TEXT.indexOf('Entry 31')
    const { exact, prefix, suffix } = describe(TEXT, start, start + 8)
    expect(exact).toBe('Entry 31')
    expect(prefix).toBe(TEXT.slice(start - 32, start))
    expect(suffix).toBe(TEXT.slice(start + 8, start + 40))
    expect(describe(TEXT, 0, 4).prefix).toBe('')
    expect(describe(TEXT, 5, TEXT.length).suffix).toBe('')
  })

  it('never cuts a character in two', () => {
    const text = '🧭'.repeat(60)
    const { prefix, suffix } = describe(`a${text}b`, 61, 63)
    expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true)
    expect(Math.min(prefix.length, suffix.length)).toBeGreaterThanOrEqual(32)
  })
})
