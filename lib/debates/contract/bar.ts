// What a page that shows no debate, only the bar below each section, needs to know of one.

import * as z from 'zod'
import { messageShape } from '@/lib/events/message'

/** What the bar below a section says. */
export const barShape = z.object({
  id: z.string(),
  sectionId: z.string(),
  /** What is argued about first; null while no thesis is set. */
  thesis: z.string().nullable(),
  /** How many people have taken a stance on it. */
  stances: z.number(),
  theses: z.number(),
  claims: z.number(),
  supports: z.number(),
  opposes: z.number(),
  qualifies: z.number(),
  openQuestions: z.number(),
})
export type BarShape = z.infer<typeof barShape>

/** The part of a debate's messages (shapes.ts) that is about its bar. */
export const barMessage = messageShape(
  'debates',
  z.object({ debate: z.object({ debateId: z.string(), sectionId: z.string(), bar: barShape }) }),
)
