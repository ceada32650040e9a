import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptPart, type WordChange, wordDiff } from './word-diff'

const written = (changes: readonly WordChange[]) =>
  changes
    .map(({ kind, text }) =>
      kind === 'kept' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`,
    )
    .join('')

describe('what changed', () => {
  test.each([
    ['nothing', 'One two.', 'One two.', 'One two.'],
    ['a word', 'They will be sent.', 'They may be sent.', 'They [-will-][+may+] be sent.'],
    ['a word more', 'The barrier.', 'The notorious barrier.', 'The [+notorious +]barrier.'],
    [
      'a clause less',
      'sanctions and, where possible, aid',
      'sanctions, aid',
      'sanctions[- and, where possible-], aid',
    ],
    [
      'words side by side, as one change',
      'early steps are necessary here',
      'bold moves are necessary here',
      '[-early steps-][+bold moves+] are necessary here',
    ],
    ['everything', 'One.', 'Nobody knows', '[-One.-][+Nobody knows+]'],
    ['from nothing', '', 'New.', '[+New.+]'],
    ['to nothing', 'Old.', '', '[-Old.-]'],
  ])('is told: %s', (_, before, after, expected) => {
    expect(written(wordDiff(before, after))).toBe(expected)
  })

  test('is told by the words of the language where no spaces stand between them', () => {
    expect(written(wordDiff('我喜欢红色的车', '我喜欢蓝色的车', 'zh'))).toContain('[-红色')
  })

  test('gives both wordings back, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'cat', ' ', '  ', ',', '. ', '\n', 'é', '🧭'), {
        maxLength: 14,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = wordDiff(before, after)
        const without = (kind: WordChange['kind']) =>
          changes.map((change) => (change.kind === kind ? '' : change.text)).join('')
        expect(without('come')).toBe(before)
        expect(without('gone')).toBe(after)
      }),
    )
  })
})

test('the part that was kept goes from 0 to 1', () => {
  expect(keptPart(wordDiff('One two three', 'One two three'))).toBe(1)
  expect(keptPart(wordDiff('One', 'Nobody'))).toBe(0)
  const some = keptPart(wordDiff('They will be sent.', 'They may be sent.'))
  expect(some).toBeGreaterThan(0.6)
  expect(some).toBeLessThan(1)
})
