import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { allocateReviews, replacementFor } from '@/lib/peer-review/allocation'
import { drawCircles } from './draw'

const people = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 60 })
const seeds = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 1,
  maxLength: 50,
})
function randomFrom(numbers: readonly number[]) {
  let next = 0
  return () => numbers[next++ % numbers.length] ?? 0
}

test.prop([people, fc.integer({ min: 1, max: 12 }), seeds])(
  'circles take in everybody once, and differ by one person at most',
  (all, size, numbers) => {
    const circles = drawCircles(all, size, randomFrom(numbers))
    expect(circles.flat().toSorted()).toEqual(all.toSorted())
    const sizes = circles.map(({ length }) => length)
    if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    expect(drawCircles(all.toReversed(), size, randomFrom(numbers))).toEqual(circles)
  },
)

test.prop([people, fc.integer({ min: 1, max: 5 }), seeds])(
  'reviews are spread evenly: nobody reviews themselves, no pair stands twice',
  (authors, each, numbers) => {
    const reviews = allocateReviews(authors, each, randomFrom(numbers))
    const pairs = new Set(reviews.map(({ reviewerId, authorId }) => `${reviewerId} ${authorId}`))
    expect(pairs.size).toBe(reviews.length)
    const due = Math.min(each, Math.max(0, authors.length - 1))
    for (const person of authors) {
      expect(reviews.filter(({ reviewerId }) => reviewerId === person)).toHaveLength(due)
      expect(reviews.filter(({ authorId }) => authorId === person)).toHaveLength(due)
      expect(reviews).not.toContainEqual({ reviewerId: person, authorId: person })
    }
  },
)

test('somebody who does not turn up is replaced by who has least to do, an assistant at last', () => {
  const reviews = [
    { reviewerId: 'ana', authorId: 'ben' },
    { reviewerId: 'ana', authorId: 'cem' },
    { reviewerId: 'ben', authorId: 'ana' },
  ]
  const available = ['ana', 'ben', 'cem']
  expect(replacementFor('ana', { reviews, available, spare: 'assistant' })).toBe('cem')
  expect(replacementFor('cem', { reviews, available: ['ana', 'cem'], spare: 'assistant' })).toBe(
    'assistant',
  )
  expect(replacementFor('cem', { reviews, available: [], spare: null })).toBeNull()
})
