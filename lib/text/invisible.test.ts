import { describe, expect, it } from 'vitest'
import { hasInvisible } from './invisible'

describe('What is seen', () => {
  it.each([
    ['plain words', 'human robot interaction'],
    ['accents apart from their letters', 'cafe\u0301'],
    ['a heart with its variation', '\u2764\uFE0F'],
    ['a family', '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}'],
    ['a shade of skin, and a job', '\u{1F469}\u{1F3FD}\u200D\u{1F4BB}'],
    ['a key cap', '1\uFE0F\u20E3'],
    ['the flag of Scotland', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['Persian with a joiner', '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'],
    ['Sinhala with a joiner', '\u0DC1\u0DCA\u200D\u0DBB\u0DD3'],
    ['Hebrew', '\u05E9\u05DC\u05D5\u05DD'],
  ])('%s', (_, words) => {
    expect(hasInvisible(words)).toBe(false)
  })
})

describe('What is not seen', () => {
  it.each([
    ['a zero-width space', 'bi\u200Bas'],
    ['a joiner between Latin letters', 'bi\u200Das'],
    ['a joiner at an end', 'bias\u200C'],
    ['a direction override', '\u202Esaib'],
    ['an isolate', '\u2066bias\u2069'],
    ['a soft hyphen', 'bi\u00ADas'],
    ['a byte order mark', '\uFEFFbias'],
    ['a filler of Hangul', '\u3164'],
    ['an empty braille pattern', '\u2800'],
    ['a tag letter', 'bias\u{E0061}'],
    ['a variation of a letter', 'b\uFE0Fias'],
    ['NUL', 'bi\0as'],
    ['half of a pair', 'bi\uD800as'],
    ['a line end', 'bi\nas'],
    ['a separator of lines', 'bi\u2028as'],
  ])('%s', (_, words) => {
    expect(hasInvisible(words)).toBe(true)
  })
})
