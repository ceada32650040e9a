import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { segmentsIn } from './segmenter'
import { wordCount } from './word-count'

const whole = (text: string, language: string, granularity: 'word' | 'sentence') =>
  Array.from(new Intl.Segmenter(language, { granularity }).segment(text), ({ segment }) => segment)
const bounded = (text: string, language: string, granularity: 'word' | 'sentence') =>
  Array.from(segmentsIn(text, language, granularity), ({ segment }) => segment)

describe('Segments by windows', () => {
  it.each([
    ['en', 'The “sheep”, she said, don’t count themselves; who does? '],
    ['de', 'Käse—und 3,5 kg Brot z. B. für e.V.-Mitglieder. '],
    ['zh', '汉字中文，没有空格的文本也能分词。'],
    ['th', 'ภาษาไทยไม่มีช่องว่างระหว่างคำ '],
    ['ar', 'الكتاب، والقراءة معًا! '],
    ['en', '👩‍👩‍👧 👍🏽🇫🇷🇩🇪 e\u0301\u0302 '],
  ])('are those of the whole text (%s: %s)', (language, sentence) => {
    const text = sentence.repeat(Math.ceil(6_000 / sentence.length))
    for (const granularity of ['word', 'sentence'] as const) {
      expect(bounded(text, language, granularity)).toEqual(whole(text, language, granularity))
    }
  })

  it('keep a word together that is longer than any window', () => {
    const long = 'ä'.repeat(20_000)
    expect(bounded(`one ${long} two`, 'en', 'word')).toEqual(['one', ' ', long, ' ', 'two'])
  })

  it('count what offsets count', () => {
    for (const { segment, index } of segmentsIn('ab cd. '.repeat(500), 'en', 'word')) {
      expect('ab cd. '.repeat(500).slice(index, index + segment.length)).toBe(segment)
    }
  })

  // Half a minute in one piece: the test would run out of its time.
  it('come soon for very long lines', () => {
    expect(wordCount('wörd—α '.repeat(40_000))).toBe(80_000)
  })
})

test.prop([fc.string({ unit: 'binary', maxLength: 3_000 })])('lose nothing', (text) => {
  expect(bounded(text, 'en', 'word').join('')).toBe(text)
  expect(bounded(text, 'en', 'sentence').join('')).toBe(text)
})
