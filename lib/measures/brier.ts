// How good forecasts were, once it is known what happened.

/** A forecast that was settled: the probability that stood when it was, 0 to 1, and whether it happened. */
export type Settled = { readonly probability: number; readonly happened: boolean }

/**
 * The Brier score (G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950), in its common form for
 * two outcomes: the mean of `(p − o)²`, with o = 1 when it happened, else 0. 0 is perfect, 0.25 is what 50 % always scores, 1 is the worst.
 * Null without any.
 */
export function brierScore(forecasts: readonly Settled[]): number | null {
  if (forecasts.length === 0) return null
  const squares = forecasts.map(
    ({ probability, happened }) => (probability - (happened ? 1 : 0)) ** 2,
  )
  return squares.reduce((sum, square) => sum + square, 0) / forecasts.length
}

export type CalibrationBin = {
  /** The bin holds probabilities from `from` up to, but not including, `to`; the last one includes 1. */
  readonly from: number
  readonly to: number
  readonly forecasts: number
  /** The mean probability given. */
  readonly mean: number
  /** The share that happened. */
  readonly happened: number
}

const BINS = 5

/**
 * Calibration: of what was called about so likely, how much happened (the reliability diagram of Murphy and Winkler, "Reliability of subjective
 * probability forecasts of precipitation and temperature", Applied Statistics 26, 1977). Bins without forecasts are left out.
 */
export function calibration(forecasts: readonly Settled[], bins = BINS): readonly CalibrationBin[] {
  const binOf = ({ probability }: Settled) => Math.min(bins - 1, Math.floor(probability * bins))
  return Array.from({ length: bins }, (_, bin) => bin).flatMap((bin) => {
    const inside = forecasts.filter((forecast) => binOf(forecast) === bin)
    if (inside.length === 0) return []
    const share = (of: (forecast: Settled) => number) =>
      inside.reduce((sum, forecast) => sum + of(forecast), 0) / inside.length
    return [
      {
        from: bin / bins,
        to: (bin + 1) / bins,
        forecasts: inside.length,
        mean: share(({ probability }) => probability),
        happened: share(({ happened }) => (happened ? 1 : 0)),
      },
    ]
  })
}
