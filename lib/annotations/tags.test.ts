import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { Invalid } from '@/lib/errors'
import { isSameTag, normaliseTags, tagFault, tagsFrom, tagsWritten } from './tags'

describe('Tags that somebody writes down', () => {
  it.each([
    [
      'spaces belong to a tag',
      'human robot interaction, method',
      ['human robot interaction', 'method'],
    ],
    ['commas part them, with or without spaces', 'a,b ,  c', ['a', 'b', 'c']],
    ['hash signs at the front go', '#method, # bias, ##two', ['method', 'bias', 'two']],
    ['a hash sign inside stays', 'C#, a#b', ['C#', 'a#b']],
    ['empty ones are none', ' , #, ,x,', ['x']],
    ['each stands once, as it was written first', 'Bias, bias, BIAS', ['Bias']],
    ['runs of blanks are one', 'a \t b', ['a b']],
    ['nothing is no tag', '', []],
  ])('%s', (_, written, tags) => {
    expect(tagsFrom(written)).toEqual(tags)
  })
})

describe('Tags that are sent', () => {
  it('are kept tidy, each once regardless of capitals', () => {
    const sent = [' #Human  robot interaction ', 'human Robot interaction', 'cafe\u0301']
    expect(normaliseTags(sent)).toEqual(['Human robot interaction', 'caf\u00E9'])
  })

  it.each([
    ['an empty one', '  '],
    ['a hash sign alone', '##'],
    ['a comma', 'a,b'],
    ['a zero-width space', 'bi\u200Bas'],
    ['a turned direction', '\u202Esaib'],
    ['NUL', 'a\0b'],
    ['more than fifty characters', 'x'.repeat(51)],
  ])('are refused with %s', (_, tag) => {
    expect(tagFault(tag)).not.toBeNull()
    expect(() => normaliseTags(['good', tag])).toThrow(Invalid)
  })
})

it('are the same whatever their capitals', () => {
  expect(isSameTag('Méthode', '#méTHODE ')).toBe(true)
  expect(isSameTag('method', 'methods')).toBe(false)
})

test.prop([fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 })])(
  'kept tags survive being written down and read again',
  (tags) => {
    const kept = normaliseTags(tags.filter((tag) => tagFault(tag) === null))
    expect(tagsFrom(tagsWritten(kept))).toEqual(kept)
    expect(normaliseTags(kept)).toEqual(kept)
  },
)
