// The shapes that every noun's contract shares.

import * as z from 'zod'
import { hasInvisible } from '@/lib/text/invisible'
import { isTimeZone } from '@/lib/time-zone'

/** A UUID, as all ids are on the wire. Any other string is not found rather than invalid: it names nothing. */
export const idShape = z.string().max(64)

export const LIST_LIMIT = 50
export const LIST_MAXIMUM = 200

/** Query parameters of every list. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(LIST_MAXIMUM).default(LIST_LIMIT),
}

/** `{items, nextCursor}`; the cursor is opaque, and null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const personShape = z.object({ id: z.string(), name: z.string() })
export type PersonShape = z.infer<typeof personShape>

export const momentShape = z.iso.datetime()

export const visibilityShape = z.enum(['private', 'group', 'public'])

/** What somebody or something is called, up to so many UTF-16 code units: every character of it can be seen. */
export function nameInput(maximum: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((name) => !hasInvisible(name), 'It cannot contain invisible characters.')
}

/** The IANA name of a time zone. */
export const timeZoneInput = z.string().max(64).refine(isTimeZone, 'There is no such time zone.')

// The largest number that the database's integers hold.
const INTEGER_MAXIMUM = 2_147_483_647

/** How many there are, or none. */
export const countInput = z.number().int().min(0).max(INTEGER_MAXIMUM)

/** A number that counts what there is: a version, the number of a revision. */
export const ordinalInput = z.number().int().min(1).max(INTEGER_MAXIMUM)

/** The same where it stands in an address. */
export const ordinalQuery = z.coerce.number().int().min(1).max(INTEGER_MAXIMUM)
