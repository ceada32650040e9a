// How a grade is made: of the rubric, of participation, or of both in a stated mix. Points that somebody typed stand as they are.

/** `rubric` and `participation` are shares of the grade, together 1. */
export type Mix = { readonly rubric: number; readonly participation: number }

export const RUBRIC_ALONE: Mix = { rubric: 1, participation: 0 }

export type GradeParts = {
  /** Share of the best, 0 to 1; null: not judged (see rubric.ts). */
  readonly rubric: number | null
  /** 0 to 1 (see lib/participation). */
  readonly participation: number
  /** Points somebody typed over the computed ones; null: none. */
  readonly points: number | null
}

/**
 * The points of a grade, from 0 to `most`, rounded to three decimals so that thirds are rounded once; null while something it is made of
 * is missing. Work that was never begun has no points, not 0, unless somebody types them.
 */
export function gradePoints(parts: GradeParts, mix: Mix, most: number): number | null {
  if (parts.points !== null) return toThousandths(parts.points)
  if (mix.rubric > 0 && parts.rubric === null) return null
  const share = mix.rubric * (parts.rubric ?? 0) + mix.participation * parts.participation
  return toThousandths(share * most)
}

/** The mix in words: "70 % rubric + 30 % participation". */
export function mixWords({ rubric, participation }: Mix): string {
  const part = (share: number, name: string) =>
    share > 0 ? [`${Math.round(share * 100)} % ${name}`] : []
  return [...part(rubric, 'rubric'), ...part(participation, 'participation')].join(' + ')
}

function toThousandths(points: number): number {
  return Math.round(points * 1000) / 1000
}
