import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composingLength, normaliseText, singleLine } from './normalise'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const messyText = fc
  .array(
    fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u0000',
      '\u0301',
      '\ud83e',
      '\udded',
      '\ufeff',
      'q',
      '\u0085',
      '\u3000',
      '\u1100',
      '\u1161',
      '\u11a8',
      '\u00a0',
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

describe('normalising a text', () => {
  it.each([
    ['one kind of line end', 'a\r\nb\rc\u2028d\u0085e\vf', 'a\nb\nc\nd\ne\nf'],
    ['no spaces at the ends of lines', 'a \t\nb\u00a0\nc\u3000', 'a\nb\nc'],
    ['spaces at the heads of lines', '  a\n\tb', '  a\n\tb'],
    ['no NUL, bell or escape', 'a\u0000b\u0007c\u001bd\u007fe\u0090', 'abcde'],
    ['no byte order mark', '\ufeffa\ufeffb', 'ab'],
    ['lone surrogates made visible', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['letters and accents in one', 'a\u0304\u0301 q\u0303', '\u0101\u0301 q\u0303'],
    ['emoji as they are', '🧭 👩‍👩‍👧', '🧭 👩‍👩‍👧'],
  ])('gives %s', (_, text, normal) => {
    expect(normaliseText(text)).toBe(normal)
  })

  it('changes nothing the second time, and is NFC and well formed', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, messyText), (text) => {
        const once = normaliseText(text)
        expect(normaliseText(once)).toBe(once)
        expect(once.normalize('NFC')).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        expect(once).not.toMatch(/[^\S\n](?:\n|$)/u)
      }),
      { numRuns: 500 },
    )
  })

  it('stays linear on a long run of spaces', () => {
    expect(normaliseText(`${' '.repeat(300_000)}a`)).toHaveLength(300_001)
  })

  it('makes one line of a label', () => {
    expect(singleLine(' a\r\n\t b\u00a0')).toBe('a b')
  })
})

describe('what composes with the character before it', () => {
  it.each([
    ['an accent', 'e', '\u0301x', 1],
    ['accents and a stretch of plain text', 'e', '\u0301\u0302x\u0301', 2],
    ['a vowel and a final of a Hangul syllable', '\u1100', '\u1161\u11a8a', 2],
    ['the final of a syllable that stands decomposed', '\u1100\u1161', '\u11a8a', 1],
    ['nothing of plain text', 'e', 'x', 0],
    ['nothing of a surrogate pair', '🧭', '🧭', 0],
  ])('is %s', (_, before, text, length) => {
    expect(composingLength(before, text)).toBe(length)
  })
})
