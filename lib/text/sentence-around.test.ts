import { expect, test } from 'vitest'
import { inSentence } from './sentence-around'

const TEXT =
  'A title\nFirst things first. The situation demands sanctions, and aid to all. Nobody asked.\nThe end.'

function shown(words: string, most = 200): string {
  const start = TEXT.indexOf(words)
  const found = inSentence(TEXT, { start, end: start + words.length }, { language: 'en', most })
  return `${found.before}[${found.words}]${found.after}`
}

test.each([
  ['a part of a sentence', 'sanctions', 'The situation demands [sanctions], and aid to all.'],
  ['a whole paragraph', 'The end.', '[The end.]'],
  [
    'over two sentences',
    'all. Nobody',
    'The situation demands sanctions, and aid to [all. Nobody] asked.',
  ],
  ['over two paragraphs', 'asked.\nThe end', 'Nobody [asked.\nThe end].'],
  ['a title', 'title', 'A [title]'],
])('a passage is shown in its sentence: %s', (_, words, expected) => {
  expect(shown(words)).toBe(expected)
})

test('a long sentence is cut on both sides', () => {
  expect(shown('sanctions', 10)).toBe('…demands [sanctions], and aid…')
})
