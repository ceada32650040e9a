// Cursor pagination: a page is what follows a row, never what follows a number of rows, so that it stays true while others write.

import { Malformed } from '@/lib/errors'

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

/** An opaque cursor from the sort key of the last row of a page. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The sort key in a cursor. Throws Malformed when this server never made it. */
export function decodeCursor(cursor: string, length: number): readonly (string | number)[] {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!Array.isArray(key) || key.length !== length || !key.every(isKeyPart)) {
    throw new Malformed(
      'cursor',
      'This cursor is not one that the list gave. Start at its first page.',
    )
  }
  return key
}

function isKeyPart(part: unknown): part is string | number {
  return (typeof part === 'string' && !part.includes('\0')) || Number.isSafeInteger(part)
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
