// Cursor pagination: a page is what follows a row, never what follows a number of rows, so that it stays true while others write.

import { Malformed } from '@/lib/errors'
import { isId } from '@/lib/ids'

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

/** What a part of a sort key is: an id, a name, a whole number that a column holds, any number, a moment. */
export type KeyPart = 'id' | 'name' | 'int' | 'number' | 'moment'

type Values = { id: string; name: string; int: number; number: number; moment: Date }
export type SortKey<Parts extends readonly KeyPart[]> = {
  readonly [At in keyof Parts]: Values[Parts[At]]
}

const INT_MAXIMUM = 2_147_483_647
const MOMENT_MAXIMUM = 8_640_000_000_000

const READ: { readonly [Part in KeyPart]: (value: unknown) => Values[Part] } = {
  id: (value) => (typeof value === 'string' && isId(value) ? value : refuse()),
  name: (value) =>
    typeof value === 'string' && value.isWellFormed() && !value.includes('\0') ? value : refuse(),
  int: (value) => (isNumber(value, INT_MAXIMUM) && Number.isInteger(value) ? value : refuse()),
  number: (value) => (isNumber(value, Number.MAX_VALUE) ? value : refuse()),
  moment: (value) => (isNumber(value, MOMENT_MAXIMUM) ? new Date(value) : refuse()),
}

/** How one list sorts, and so what its cursors hold: both ways in one place, that a list may read what it gave. */
export type CursorKey<Parts extends readonly KeyPart[]> = {
  /** An opaque cursor from the sort key of the last row of a page. A moment is in it as milliseconds. */
  readonly encode: (key: SortKey<Parts>) => string
  /** The sort key in a cursor. Throws Malformed for one that this list cannot have given. */
  readonly decode: (cursor: string) => SortKey<Parts>
}

/** The cursors of a list that sorts by these parts, the last of which tells every row from every other. */
export function cursorKey<const Parts extends readonly KeyPart[]>(...parts: Parts): CursorKey<Parts>
export function cursorKey(...parts: readonly KeyPart[]): CursorKey<readonly KeyPart[]> {
  return {
    encode: (key) => {
      const plain = key.map((part) => (part instanceof Date ? part.getTime() : part))
      return Buffer.from(JSON.stringify(plain)).toString('base64url')
    },
    decode: (cursor) => {
      const key = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
      if (!Array.isArray(key) || key.length !== parts.length) return refuse()
      return parts.map((part, at) => READ[part](key[at]))
    },
  }
}

/** The cursors of the many lists that sort by id: ids are made in the order of time. */
export const BY_ID = cursorKey('id')

function isNumber(value: unknown, maximum: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= maximum
}

function refuse(): never {
  throw new Malformed(
    'cursor',
    'This cursor is not one that the list gave. Start at its first page.',
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A page of `limit` from rows of which one more than `limit` was asked for. */
export function pageFrom<Row, const Parts extends readonly KeyPart[]>(
  rows: readonly Row[],
  limit: number,
  key: CursorKey<Parts>,
  keyOf: (row: Row) => SortKey<Parts>,
): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last !== undefined ? key.encode(keyOf(last)) : null
  return { items, nextCursor }
}
