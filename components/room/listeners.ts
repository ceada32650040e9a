// What comes over the room's line for other nouns: debates are loaded later than the room and may not be there. Each listener
// parses by the shape of its noun, and fetches afresh what it shows when something came that it cannot read, or was missed.

import type * as z from 'zod'

type NounMessage = z.ZodObject<{ noun: z.ZodLiteral<string> }>

export type Listener = {
  /** A message as it came. */
  readonly hear: (raw: unknown) => void
  /** Something was missed: what is shown must be fetched afresh. */
  readonly refetch: () => void
}

/** A listener to the messages of one noun. */
export function listenerFor<Shape extends NounMessage>(
  shape: Shape,
  { hear, refetch }: { hear: (message: z.output<Shape>) => void; refetch: () => void },
): Listener {
  return {
    hear(raw) {
      const message = shape.safeParse(raw)
      if (message.success) hear(message.data)
      else if (nounOf(raw) === shape.shape.noun.value) refetch()
    },
    refetch,
  }
}

function nounOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'noun' in raw ? raw.noun : null
}
