import * as z from 'zod'
import type { DecisionInput } from '@/lib/moderation/contract/review'
import type { FoundItem } from '@/lib/moderation/queries/items'
import type { SignedIn } from '@/lib/policy/actor'

/** A decision that is being made. */
export type Deciding = {
  readonly actor: SignedIn
  readonly found: FoundItem
  readonly input: Omit<DecisionInput, 'id'>
  readonly decisionId: string
  readonly at: Date
}

/** What a decision changed, by which it is taken back: kept as JSON with it. */
export const beforeShape = z.object({
  /** A post was taken from view. */
  hidden: z.boolean().optional(),
  /** The hold that it ended. */
  held: z.string().optional(),
  resolved: z.boolean().optional(),
  locked: z.boolean().optional(),
  /** The change of a debate's order that it was. */
  changeId: z.string().optional(),
  /** Where a note stood. */
  place: z
    .object({
      sectionId: z.string().nullable(),
      start: z.number().nullable(),
      end: z.number().nullable(),
      state: z.enum(['exact', 'moved', 'changed', 'section', 'lost']),
      similarity: z.number().nullable(),
      placedById: z.string().nullable(),
      placedAt: z.coerce.date().nullable(),
    })
    .optional(),
  /** Until when the author was muted and suspended before. */
  sanction: z
    .object({ mutedUntil: z.coerce.date().nullable(), suspendedUntil: z.coerce.date().nullable() })
    .optional(),
  /** What a duplicate is a duplicate of. */
  of: z.string().optional(),
  granted: z.boolean().optional(),
})
export type Before = z.infer<typeof beforeShape>
