// What a new revision did to the notes, in numbers. Pure.

import { type AnchorState, needsReview } from '@/lib/annotations/anchor-state'

/** Every note that was not deleted is counted once; `look` are those that nobody can be sure of but a person. */
export type Report = {
  readonly exact: number
  readonly moved: number
  readonly changed: number
  readonly look: number
}

export const NO_NOTES: Report = { exact: 0, moved: 0, changed: 0, look: 0 }

/** The counts of some placements. */
export function reportOf(placements: Iterable<AnchorState>): Report {
  const report = { ...NO_NOTES }
  for (const placement of placements) report[kindOf(placement)] += 1
  return report
}

/** "1,204 exact, 3 moved, 31 changed, 5 to review"; what there is none of is left out. */
export function reportWords({ exact, moved, changed, look }: Report): string {
  const parts = [
    exact > 0 && `${counted(exact)} exact`,
    moved > 0 && `${counted(moved)} moved`,
    changed > 0 && `${counted(changed)} changed`,
    look > 0 && `${counted(look)} to review`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'no notes' : parts.join(', ')
}

function kindOf(placement: AnchorState): keyof Report {
  if (needsReview(placement)) return 'look'
  const { state } = placement
  // What a person kept on its section or gave up a passage for has been decided: it stands where it was put.
  return state === 'moved' || state === 'changed' ? state : 'exact'
}

function counted(count: number): string {
  return count.toLocaleString('en')
}
