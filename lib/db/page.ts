// Cursor pagination: a page is what follows a row, never what follows a number of rows, so that it stays true while others write.

import { Malformed } from '@/lib/errors'
import { isId } from '@/lib/ids'

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

/** An opaque cursor from the sort key of the last row of a page. A moment is in it as milliseconds. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** What a part of a sort key is: an id, a whole number that a column holds, any number, a moment. */
export type KeyPart = 'id' | 'int' | 'number' | 'moment'

type Values = { id: string; int: number; number: number; moment: Date }
export type SortKey<Parts extends readonly KeyPart[]> = {
  readonly [At in keyof Parts]: Values[Parts[At]]
}

const INT_MAXIMUM = 2_147_483_647
const MOMENT_MAXIMUM = 8_640_000_000_000

const READ: { readonly [Part in KeyPart]: (value: unknown) => Values[Part] } = {
  id: (value) => (typeof value === 'string' && isId(value) ? value : refuse()),
  int: (value) => (isNumber(value, INT_MAXIMUM) && Number.isInteger(value) ? value : refuse()),
  number: (value) => (isNumber(value, Number.MAX_VALUE) ? value : refuse()),
  moment: (value) => (isNumber(value, MOMENT_MAXIMUM) ? new Date(value) : refuse()),
}

/** The sort key in a cursor of a list that sorts by these parts. Throws Malformed for one that this list cannot have given. */
export function decodeCursor<const Parts extends readonly KeyPart[]>(
  cursor: string,
  parts: Parts,
): SortKey<Parts>
export function decodeCursor(cursor: string, parts: readonly KeyPart[]): readonly unknown[] {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!Array.isArray(key) || key.length !== parts.length) return refuse()
  return parts.map((part, at) => READ[part](key[at]))
}

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
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null
  return { items, nextCursor }
}
