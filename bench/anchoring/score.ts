// Right and wrong answers of one row, summed.

import type { Verdict } from './quotes'

export type Score = {
  readonly recall: number
  readonly tight: number
  /** Of the passages of which something survived, those that were put where they are not. */
  readonly wrong: number
  /** Of the passages of which nothing survived, those that were put somewhere. */
  readonly falseAnchors: number
}

/** Shares of 1; NaN where there was nothing to count. */
export function scoreOf(verdicts: readonly Verdict[]): Score {
  const count = (...kinds: readonly Verdict[]) =>
    verdicts.filter((verdict) => kinds.includes(verdict)).length
  const alive = count('tight', 'right', 'wrong', 'missed')
  return {
    recall: count('tight', 'right') / alive,
    tight: count('tight') / alive,
    wrong: count('wrong') / alive,
    falseAnchors: count('false') / count('false', 'none'),
  }
}

/** The mean of each share over several scores, those that had nothing to count aside. */
export function meanOf(scores: readonly Score[]): Score {
  return combined(scores, (values) => values.reduce((sum, value) => sum + value, 0) / values.length)
}

/** The worst of each share. */
export function worstOf(scores: readonly Score[]): Score {
  return {
    recall: least(scores.map(({ recall }) => recall)),
    tight: least(scores.map(({ tight }) => tight)),
    wrong: -least(scores.map(({ wrong }) => -wrong)),
    falseAnchors: -least(scores.map(({ falseAnchors }) => -falseAnchors)),
  }
}

function combined(scores: readonly Score[], by: (values: number[]) => number): Score {
  const of = (share: (score: Score) => number) => by(counted(scores.map(share)))
  return {
    recall: of(({ recall }) => recall),
    tight: of(({ tight }) => tight),
    wrong: of(({ wrong }) => wrong),
    falseAnchors: of(({ falseAnchors }) => falseAnchors),
  }
}

function least(values: readonly number[]): number {
  const some = counted(values)
  return some.length > 0 ? Math.min(...some) : Number.NaN
}

function counted(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value))
}
