// What is kept of a change of a debate's order, beside the debate: enough to take it back.

import * as z from 'zod'
import { ASPECTS, RELATIONS } from '@/lib/debates/claim'
import type { Traces } from '@/lib/debates/traces'

const linkShape = z.object({
  id: z.string(),
  parentId: z.string(),
  childId: z.string(),
  relation: z.enum(RELATIONS),
  attacks: z.enum(ASPECTS).nullable(),
})

const tracesShape = z.object({
  change: z.object({
    taken: z.array(linkShape),
    made: z.array(linkShape),
    carried: z.array(z.object({ from: z.string(), to: z.string() })),
    closed: z.array(z.string()),
    reopened: z.array(z.string()),
  }),
  votes: z.array(z.object({ linkId: z.string(), personId: z.string(), value: z.number() })),
  voters: z.array(z.string()),
  evidence: z.array(z.string()),
  words: z.object({ id: z.string(), text: z.string() }).nullable(),
})

/** The traces as they were stored. Throws when they are none. */
export function tracesFrom(stored: unknown): Traces {
  return tracesShape.parse(stored)
}
