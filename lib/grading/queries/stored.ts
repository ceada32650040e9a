// What a student is shown of a grade: a picture of it, taken when it was released.

import * as z from 'zod'
import type { GivenLevels } from '@/lib/grading/rubric'

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

/** Levels by criterion, as they are stored. */
export const levelsShape = z.record(z.string(), level)

const storedShape = z.object({
  version: z.number(),
  levels: levelsShape,
  points: z.number().nullable(),
  participation: z.number().nullable(),
  total: z.number().nullable(),
  pointsPossible: z.number(),
  comment: z.string(),
  rubricVersion: z.number(),
})

export type Released = z.infer<typeof storedShape>

/** What was released, from what is stored; null: nothing is. Throws where that is no such picture. */
export function releasedFrom(stored: unknown): Released | null {
  return stored === null ? null : storedShape.parse(stored)
}

/** Levels from what is stored. Throws where that are none. */
export function levelsFrom(stored: unknown): GivenLevels {
  return levelsShape.parse(stored)
}
