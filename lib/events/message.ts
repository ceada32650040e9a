// What travels on the live channel of a reading, as the browser gets it: an envelope that knows no noun, and beside it what
// the noun says (its news.ts), by the shape in the noun's contract.

import * as z from 'zod'
import { personShape } from '@/lib/api/shapes'

/** What every message says. `id` is that of the event's subject. */
const envelope = {
  kind: z.string(),
  id: z.string(),
  readingId: z.string().nullable(),
  groupId: z.string().nullable(),
  actor: personShape.nullable(),
  at: z.string(),
}

/** Whose message it is. A browser reads this first and hands the message on to that noun. */
export const envelopeShape = z.object({ noun: z.string(), ...envelope })
export type Envelope = z.infer<typeof envelopeShape>

/** The shape of a noun's messages. */
export function messageShape<Noun extends string, Said extends z.ZodRawShape>(
  noun: Noun,
  said: z.ZodObject<Said>,
) {
  return z.object({ noun: z.literal(noun), ...envelope, ...said.shape })
}

/** `event: presence`: everybody who is here. */
export const presenceShape = z.object({
  people: z.array(
    personShape.extend({ sectionId: z.string().nullable(), typingIn: z.string().nullable() }),
  ),
})
export type PresenceMessage = z.infer<typeof presenceShape>
