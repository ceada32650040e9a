import { describe, expect, it } from 'vitest'
import { Malformed } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { decodeCursor, encodeCursor } from './page'

describe('A cursor', () => {
  it('gives the key again that it was made of', () => {
    const id = newId()
    const at = new Date(1_700_000_000_000)
    expect(decodeCursor(encodeCursor([at.getTime(), id]), ['moment', 'id'])).toEqual([at, id])
    expect(decodeCursor(encodeCursor([-1, id]), ['int', 'id'])).toEqual([-1, id])
    expect(decodeCursor(encodeCursor([0.25, id]), ['number', 'id'])).toEqual([0.25, id])
  })

  it.each([
    ['no cursor at all', 'nonsense'],
    ['another list’s, with one part more', encodeCursor([1, newId()])],
    ['another list’s, of another type', encodeCursor([7])],
    ['no id', encodeCursor(['x'])],
    ['NUL', encodeCursor(['\0'])],
    ['half of a pair', encodeCursor(['\uD800'])],
    ['an object', Buffer.from('[{"a":1}]').toString('base64url')],
    ['very long', 'W'.repeat(500)],
  ])('is refused: %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['id'])).toThrow(Malformed)
  })

  it.each([
    ['a number larger than the column', 'int', 2_147_483_648],
    ['a part of a number', 'int', 1.5],
    ['a moment that no calendar has', 'moment', 9e15],
    ['no number', 'number', 'x'],
  ] as const)('is refused: %s', (_, part, value) => {
    expect(() => decodeCursor(encodeCursor([value]), [part])).toThrow(Malformed)
  })
})
