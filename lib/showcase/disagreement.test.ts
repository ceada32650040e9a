import { expect, test } from 'vitest'
import { firstWords, inParagraph } from './disagreement'

test('a passage is shown in its own paragraph, and in no other', () => {
  const text = 'One.\nTwo and three.\nFour.'
  expect(inParagraph(text, { start: 9, end: 12 })).toEqual({
    before: 'Two ',
    passage: 'and',
    after: ' three.',
  })
  expect(inParagraph(text, { start: 0, end: 4 })).toEqual({
    before: '',
    passage: 'One.',
    after: '',
  })
  expect(inParagraph(text, { start: 20, end: 25 }).before).toBe('')
})

test('a long post is cut at the end of a sentence; its first sentence stays whole', () => {
  const long = `${'A'.repeat(180)}.`
  expect(firstWords(`${long} Another sentence.`)).toBe(long)
  expect(firstWords('Short. And also short.')).toBe('Short. And also short.')
  expect(firstWords(`${'B'.repeat(400)}. C.`)).toBe(`${'B'.repeat(400)}.`)
  expect(firstWords('No end of a sentence')).toBe('No end of a sentence')
})
