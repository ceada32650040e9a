import { describe, expect, it } from 'vitest'
import { expand, extend, nextUnit, paragraphs, previousUnit, sentences, words } from './units'

const TEXT = 'Title here\nOne sentence. Then a second one!\n  Third.  \n\n今日は晴れ。明日は雨。'
const said = (units: readonly { start: number; end: number }[]) =>
  units.map(({ start, end }) => TEXT.slice(start, end))

describe('units', () => {
  it('are sentences that end with their line, without the spaces between', () => {
    expect(said(sentences(TEXT, 'en'))).toEqual([
      'Title here',
      'One sentence.',
      'Then a second one!',
      'Third.',
      '今日は晴れ。',
      '明日は雨。',
    ])
  })

  it('are words, also where no spaces stand between them', () => {
    expect(said(words(TEXT, 'ja')).slice(0, 4)).toEqual(['Title', 'here', 'One', 'sentence'])
    expect(said(words(TEXT, 'ja'))).toContain('今日')
  })

  it('are paragraphs with words', () => {
    expect(said(paragraphs(TEXT))).toHaveLength(4)
  })

  it('are those of English for a tag that means nothing', () => {
    expect(sentences(TEXT, 'en-aa-bb')).toEqual(sentences(TEXT, 'en'))
  })
})

describe('choosing by units', () => {
  const units = sentences(TEXT, 'en')
  const word = { start: TEXT.indexOf('second'), end: TEXT.indexOf('second') + 6 }
  const text = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end)

  it('takes in the whole sentence', () => {
    expect(text(expand(units, word))).toBe('Then a second one!')
  })

  it('leaves a range that touches no unit', () => {
    const gap = { start: TEXT.indexOf('\n\n'), end: TEXT.indexOf('\n\n') + 1 }
    expect(expand(units, gap)).toEqual(gap)
  })

  it('grows by a sentence and shrinks again, never to nothing', () => {
    const one = expand(units, word)
    const two = extend(units, one, 'forward')
    expect(text(two)).toBe('Then a second one!\n  Third.')
    expect(extend(units, two, 'back')).toEqual(one)
    expect(extend(units, one, 'back')).toEqual(one)
  })

  it('stops at the last sentence', () => {
    const last = { start: 0, end: TEXT.length }
    expect(extend(units, last, 'forward')).toEqual(last)
  })

  it('goes to the next and the previous one', () => {
    expect(text(nextUnit(units, 0) ?? word)).toBe('One sentence.')
    expect(text(previousUnit(units, TEXT.indexOf('Then')) ?? word)).toBe('One sentence.')
    expect(previousUnit(units, 0)).toBeUndefined()
  })
})
