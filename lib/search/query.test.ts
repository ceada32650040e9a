import { expect, test } from 'vitest'
import { parseQuery, queryText, withoutFilter } from './query'

const word = (text: string, more = {}) => ({ text, isPhrase: false, isNegated: false, ...more })
const filter = (key: string, value: string, isNegated = false) => ({ key, value, isNegated })

test.each([
  ['isolation sanctions', [word('isolation'), word('sanctions')], []],
  ['“guard positions”', [word('guard positions', { isPhrase: true })], []],
  ['"one"', [word('one')], []],
  ['isolat*', [word('isolat*')], []],
  ['-war', [word('war', { isNegated: true })], []],
  ['by:kwame', [], [filter('by', 'kwame')]],
  ['By:"Kwame Mensah" war', [word('war')], [filter('by', 'Kwame Mensah')]],
  ['-is:resolved', [], [filter('is', 'resolved', true)]],
  ['note:this', [word('note:this')], []],
  ['https://example.org/a', [word('https://example.org/a')], []],
  ['by: war', [word('war')], []],
  ['"left open', [word('left open', { isPhrase: true })], []],
  ['', [], []],
])('%s', (typed, words, filters) => {
  const query = parseQuery(typed)
  expect(query.words).toEqual(words)
  expect(query.filters).toEqual(filters)
})

test('what is written anew is read the same', () => {
  const typed = 'war "two words" -peace by:"Kwame Mensah" -is:resolved'
  expect(queryText(parseQuery(typed))).toBe(typed)
})

test('a chip that is taken away leaves the rest', () => {
  const [by] = parseQuery('war by:kwame is:open').filters
  expect(by && withoutFilter('war by:kwame is:open', by)).toBe('war is:open')
})
