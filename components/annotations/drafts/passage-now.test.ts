import { expect, it } from 'vitest'
import { passageNow } from './passage-now'

const of = (text: string, start: number, exact: string) =>
  passageNow(text, { start, end: start + exact.length, exact })

it('finds the words where they stand now', () => {
  expect(of('Well, the clerk said so.', 0, 'the clerk')).toEqual({
    start: 6,
    end: 15,
    exact: 'the clerk',
  })
})

it('takes the place nearest to the old one of several', () => {
  expect(of('a word, and a word, and a word', 13, 'word')?.start).toBe(14)
})

it('is nowhere when the words are gone', () => {
  expect(of('Nothing of it is left.', 3, 'the clerk')).toBeNull()
})
