import { describe, expect, it } from 'vitest'
import { ownWords, sourceWordsOf, textWithoutQuotes } from './own-words'

const TEXT =
  'Historically, North Korean troops have been known for their rigorous training and discipline, but they also lack recent combat experience.'
const source = sourceWordsOf(TEXT)
const CHINESE = sourceWordsOf('港口始建于一八七一年。许多工人来自山区，没有人统计死者。')

describe('the own words of a post', () => {
  it.each([
    ['words of one’s own', 'Who says so, and when?', 'Who says so, and when?'],
    ['a word between quotation marks', '“Notorious” to whom?', '“Notorious” to whom?'],
    ['a quotation', 'He writes “they also lack experience” again.', 'He writes again.'],
    ['German quotation marks', 'Er schreibt „mit allem Nachdruck“ nichts.', 'Er schreibt nichts.'],
    [
      'a stretch copied from the text, in other capitals',
      'So NORTH KOREAN troops have been KNOWN for little else.',
      'So little else.',
    ],
    [
      'four copied words',
      'I know North Korean troops have friends.',
      'I know North Korean troops have friends.',
    ],
    ['the text itself', TEXT, '.'],
  ])('leave of %s what is own', (_, post, own) => {
    expect(ownWords(post, source)).toBe(own)
  })

  it('leave what is own where a script writes no spaces', () => {
    expect(ownWords('许多工人来自山区，我不信。', CHINESE)).toBe('，我不信。')
  })

  it('hold no block quote, code or name of a person', () => {
    const text = (words: string) => ({ type: 'text', text: words })
    const doc = {
      type: 'doc',
      content: [
        { type: 'blockquote', content: [{ type: 'paragraph', content: [text('Theirs.')] }] },
        {
          type: 'paragraph',
          content: [{ type: 'mention', attrs: { label: 'Ana' } }, text(' mine ')],
        },
        { type: 'codeBlock', content: [text('x = 1')] },
        { type: 'paragraph', content: [text('and mine.')] },
      ],
    }
    expect(textWithoutQuotes(doc).split(/\s+/).filter(Boolean)).toEqual(['mine', 'and', 'mine.'])
  })
})
