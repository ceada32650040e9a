import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  jaccard,
  NEAR_DUPLICATE_FROM,
  nearDuplicates,
  type Post,
  trigramsOf,
} from './near-duplicates'

const posts = (...texts: string[]): readonly Post[] =>
  texts.map((text, n) => ({ id: String(n), text }))

describe('near copies', () => {
  it('are found whatever the capitals and signs, and point at the earlier post', () => {
    const found = nearDuplicates(
      posts(
        'The port was dug by four hundred men.',
        'Another thing.',
        'the port was DUG, by four hundred men!',
      ),
    )
    expect(Array.from(found)).toEqual([['2', { of: '0', likeness: 1 }]])
  })

  it('are no posts on the same matter in other words', () => {
    expect(
      nearDuplicates(
        posts(
          'Nobody is named, so nobody can be asked.',
          'No analyst is named; whom could one ask?',
        ),
      ).size,
    ).toBe(0)
  })

  it('are no posts without letters', () => {
    expect(nearDuplicates(posts('!!!', '???', '')).size).toBe(0)
  })
})

const text = fc
  .array(fc.constantFrom('port', 'men', 'dug', 'by', 'four', 'hundred', 'ships', '항구', '港'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(' '))

test.prop([fc.array(text, { maxLength: 40 })])(
  'all pairs are found, as by comparing all',
  (texts) => {
    const all = posts(...texts)
    const found = nearDuplicates(all)
    for (const [n, post] of all.entries()) {
      const own = trigramsOf(post.text)
      const alike = all.slice(0, n).map(({ text: earlier }) => jaccard(own, trigramsOf(earlier)))
      const most = Math.max(0, ...alike)
      expect(found.get(post.id)?.likeness).toBe(most >= NEAR_DUPLICATE_FROM ? most : undefined)
    }
  },
)
