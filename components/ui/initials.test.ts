import { expect, test } from 'vitest'
import { initialsOf } from './initials'

test.each([
  ['Ana Beltrão', 'AB'],
  ['Łucja Wrona', 'ŁW'],
  ['  Noor   Haddad ', 'NH'],
  ['Seo-yeon Park', 'SP'],
  ['Jean Paul van der Berg', 'JB'],
  ['Данило Коваленко', 'ДК'],
  ['김서연', '김'],
  ['김 서연', '김'],
  ['李明', '李'],
  ['ليلى فراهاني', 'لف'],
  ['प्रिया रघुनाथन', 'प्रिर'],
  ['Émile', 'É'],
  ['“Ruth” (Adeyemi)', 'RA'],
  ['ada', 'A'],
  ['—', '?'],
  ['', '?'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a letter composed of two code points is one initial', () => {
  expect(initialsOf('A\u030asa Berg')).toBe('ÅB')
})
