// A rubric: criteria with levels from 0 to 4, each with a description. It is versioned; what was graded by an older version is shown by
// the newest one, and the older stays to be gone back to.

export const LEVELS = [0, 1, 2, 3, 4] as const
export type Level = (typeof LEVELS)[number]
const HIGHEST: Level = 4

export type Criterion = {
  readonly id: string
  readonly name: string
  readonly weight: number
  /** What each level means, from 0 to 4. */
  readonly levels: readonly [string, string, string, string, string]
}

/** The levels given to somebody's work, by criterion id. */
export type GivenLevels = Readonly<Record<string, Level>>

/** The weighted mean of the levels as a share of the best, 0 to 1; null while a criterion is not judged. */
export function rubricShare(criteria: readonly Criterion[], given: GivenLevels): number | null {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  if (weights === 0) return null
  let points = 0
  for (const { id, weight } of criteria) {
    const level = given[id]
    if (level === undefined) return null
    points += weight * level
  }
  return points / (weights * HIGHEST)
}

/** Points as a person reads them: 12 of 16. Criteria that are not judged yet count nothing. */
export function rubricPoints(
  criteria: readonly Criterion[],
  given: GivenLevels,
): { readonly given: number; readonly most: number } {
  const points = criteria.map(({ id, weight }) => weight * (given[id] ?? 0))
  const most = criteria.map(({ weight }) => weight * HIGHEST)
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  return { given: sum(points), most: sum(most) }
}
