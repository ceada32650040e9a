import type { Aspect, ClaimKind, Relation } from '@/lib/debates/claim'
import { TEXT_MAXIMUM } from '@/lib/debates/claim'

/** One line of an outline that is brought in. */
export type OutlineLine = {
  /** 0 for a thesis. */
  readonly depth: number
  readonly relation: Relation | null
  readonly attacks: Aspect | null
  readonly text: string
  readonly explanation: string
  /** What names the claim that this is once more; null for a new one. */
  readonly same: string | null
  readonly problem: string | null
}

/** What would be made of a line: its parent is an earlier entry. */
export type PlannedClaim = OutlineLine & {
  readonly kind: ClaimKind
  readonly parent: number | null
  /** The earlier entry that it is once more. */
  readonly sameAs: number | null
}

/**
 * What would be made of an outline, in its order. Lines with a problem, and what hangs on them, are made of nothing; a line deeper than any before it hangs on the
 * last one. `named` gives the key by which a line may be named again.
 */
export function planned(
  lines: readonly OutlineLine[],
  named: (line: OutlineLine, at: number) => string,
): readonly PlannedClaim[] {
  const path: number[] = []
  const byName = new Map<string, number>()
  const plan: PlannedClaim[] = []
  lines.forEach((line, at) => {
    path.length = Math.min(path.length, line.depth)
    const parent = line.depth === 0 ? null : (path.at(-1) ?? null)
    const sameAs = line.same === null ? null : (byName.get(line.same) ?? null)
    plan.push({
      ...line,
      kind: kindOf(line),
      parent,
      sameAs,
      problem: problemOf(line, { parent, sameAs, plan }),
    })
    path.push(at)
    if (line.same === null) byName.set(named(line, at), at)
  })
  return plan
}

function kindOf({ depth, relation }: OutlineLine): ClaimKind {
  if (depth === 0) return 'thesis'
  if (relation === 'asks') return 'question'
  return relation === 'assumes' ? 'assumption' : 'claim'
}

function problemOf(
  line: OutlineLine,
  {
    parent,
    sameAs,
    plan,
  }: { parent: number | null; sameAs: number | null; plan: readonly PlannedClaim[] },
): string | null {
  if (line.problem !== null) return line.problem
  if (line.text === '') return 'There are no words.'
  if (line.text.length > TEXT_MAXIMUM) return `Longer than ${TEXT_MAXIMUM} characters.`
  if (line.depth > 0 && parent === null) return 'It hangs on nothing: a thesis must come first.'
  if (parent !== null && plan[parent]?.problem != null) return 'What it hangs on is not made.'
  if (parent !== null && plan[parent]?.sameAs != null)
    return 'Hang it where its parent stands first.'
  return line.same !== null && sameAs === null ? 'Nothing above is named so.' : null
}
