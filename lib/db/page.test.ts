import { describe, expect, it } from 'vitest'
import { Malformed } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { BY_ID, type CursorKey, cursorKey, type KeyPart, type SortKey } from './page'

const of = (key: readonly unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
const given = <Parts extends readonly KeyPart[]>(key: CursorKey<Parts>, value: SortKey<Parts>) =>
  key.decode(key.encode(value))

describe('A cursor', () => {
  it('gives the key again that it was made of', () => {
    const id = newId()
    const at = new Date(1_700_000_000_000)
    expect(given(cursorKey('moment', 'id'), [at, id])).toEqual([at, id])
    expect(given(cursorKey('name', 'id'), ['Łucja', id])).toEqual(['Łucja', id])
    expect(given(cursorKey('int', 'id'), [-1, id])).toEqual([-1, id])
    expect(given(cursorKey('number', 'id'), [0.1 + 0.2, id])).toEqual([0.1 + 0.2, id])
  })

  it.each([
    ['no cursor at all', 'nonsense'],
    ['another list’s, with one part more', of([1, newId()])],
    ['another list’s, of another type', of([7])],
    ['no id', of(['x'])],
    ['NUL', of(['\0'])],
    ['half of a pair', of(['\uD800'])],
    ['an object', Buffer.from('[{"a":1}]').toString('base64url')],
    ['very long', 'W'.repeat(500)],
  ])('is refused: %s', (_, cursor) => {
    expect(() => BY_ID.decode(cursor)).toThrow(Malformed)
  })

  it.each([
    ['a number larger than the column', 'int', 2_147_483_648],
    ['a part of a number', 'int', 1.5],
    ['a moment that no calendar has', 'moment', 9e15],
    ['no number', 'number', 'x'],
    ['no name', 'name', 7],
    ['a name with NUL', 'name', 'a\0'],
    ['half of a pair in a name', 'name', '\uD800'],
  ] as const)('is refused: %s', (_, part, value) => {
    expect(() => cursorKey(part).decode(of([value]))).toThrow(Malformed)
  })
})
