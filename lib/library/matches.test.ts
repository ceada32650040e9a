import { expect, test } from 'vitest'
import { matchesQuery } from './matches'

const LIBERTY = { title: 'On Liberty, chapter II', authors: ['John Stuart Mill'] }

test.each([
  ['', LIBERTY, true],
  ['  ', LIBERTY, true],
  ['liberty', LIBERTY, true],
  ['MILL liber', LIBERTY, true],
  ['berty', LIBERTY, false],
  ['liberty hobbes', LIBERTY, false],
  ['wrona', { title: 'Shells', authors: ['Łucja Wrona'] }, true],
  ['lucja', { title: 'Shells', authors: ['Łucja Wrona'] }, true],
  ['beltrao', { title: 'Shells', authors: ['Ana Beltrão'] }, true],
  ['Beltrão', { title: 'Shells', authors: ['Ana Beltrao'] }, true],
  ['korea’s', { title: "North Korea's support", authors: [] }, true],
  ['条約', { title: '包括的戦略的パートナーシップ条約', authors: [] }, true],
  ['서연', { title: '박 서연의 글', authors: [] }, true],
])('%j', (query, reading, found) => {
  expect(matchesQuery(reading, query)).toBe(found)
})
