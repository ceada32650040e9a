// Rules of an assignment as they are kept: JSON in the database, in the words of the contract.

import { lateRuleShape, stepShape } from '@/lib/assignments/contract'
import { type LateRule, NO_LATE_RULE } from '@/lib/assignments/lateness'
import type { Step } from '@/lib/assignments/schedule'

type StoredStep =
  | { readonly kind: 'write-first'; readonly notes: number }
  | { readonly kind: 'circle' | 'class'; readonly from: string | null }

/** Steps as JSON. */
export function storedSteps(steps: readonly Step[]): StoredStep[] {
  return steps.map((step) =>
    step.kind === 'write-first' ? step : { ...step, from: step.from?.toISOString() ?? null },
  )
}

/** Steps from what is stored. Throws where that is none. */
export function stepsFrom(stored: unknown): readonly Step[] {
  return stepShape
    .array()
    .parse(stored)
    .map((step) =>
      step.kind === 'write-first'
        ? step
        : { ...step, from: step.from ? new Date(step.from) : null },
    )
}

/** A late rule from what is stored; the one without any effect where it is none. */
export function lateRuleFrom(stored: unknown): LateRule {
  return lateRuleShape.safeParse(stored).data ?? NO_LATE_RULE
}
