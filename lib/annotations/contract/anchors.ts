// Where an annotation stands, on the wire: the words it is on, how sure that is, and what a person says of it.

import * as z from 'zod'
import { idShape, momentShape, personShape } from '@/lib/api/shapes'

const offset = z.number().int().min(0).max(100_000_000)

/** W3C TextQuoteSelector and TextPositionSelector in one; start and end are UTF-16 offsets into `/readings/{id}/text`. */
export const targetInput = z.strictObject({
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(10_000).optional(),
  suffix: z.string().max(10_000).optional(),
  start: offset.optional(),
  end: offset.optional(),
  /** The revision whose text this was read in; without it the current one, or the newest in which these words stand just there. */
  revisionId: idShape.optional(),
})

/** How sure it is that a note stands where it belongs, and what it was made on. */
export const placeShape = z.object({
  /**
   * exact: the same words; moved: the same words elsewhere; changed: reworded; section: the passage is gone, its section is not;
   * lost: neither is there.
   */
  state: z.enum(['exact', 'moved', 'changed', 'section', 'lost']),
  /** Of the present words to the quoted ones, 0 to 1; null where they are the same or nowhere. */
  similarity: z.number().nullable(),
  /** The revision in whose text `target.start` and `target.end` count. */
  revisionId: z.string(),
  /** The words as they were quoted; null for a note that was never on a passage. */
  quote: z.string().nullable(),
  /** The number of the revision that it was made on; null where nothing has become of its place since. */
  madeOn: z.number().nullable(),
  /** Nobody has confirmed this place, and it is not sure. */
  needsLook: z.boolean(),
  /** Who confirmed or chose the place. */
  placed: z.object({ at: momentShape, by: personShape.nullable() }).nullable(),
})

const looked = {
  /** The revision that was looked at; when another one is current by then, nothing changes: 409. */
  revisionId: idShape.optional(),
}

/** Where a note stands, as a person says: there where it was found, on another passage, or on its section without a passage. */
export const placeInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirmed'), ...looked }),
  z.strictObject({ kind: z.literal('passage'), target: targetInput, ...looked }),
  z.strictObject({ kind: z.literal('section'), sectionId: idShape.optional(), ...looked }),
])
export type PlaceInput = z.infer<typeof placeInput>
