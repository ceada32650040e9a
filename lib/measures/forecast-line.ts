// How a group's forecast moved: the median and the middle half of what people held at each moment.

export type Given = { readonly personId: string; readonly probability: number; readonly at: number }

export type LinePoint = {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly low: number
  readonly median: number
  readonly high: number
  readonly people: number
}

/** The share `q` of the way through sorted numbers, interpolated (Hyndman and Fan 1996, type 7); null of none. */
export function quantile(sorted: readonly number[], q: number): number | null {
  const place = (sorted.length - 1) * q
  const low = sorted[Math.floor(place)]
  const high = sorted[Math.ceil(place)]
  if (low === undefined || high === undefined) return null
  return low + (high - low) * (place - Math.floor(place))
}

/**
 * The line at so many moments between the first probability and `until`, each person counted with what he last gave. Quadratic in nobody: people times
 * moments.
 */
export function forecastLine(
  given: readonly Given[],
  until: number,
  moments = 8,
): readonly LinePoint[] {
  const inOrder = given.toSorted((a, b) => a.at - b.at)
  const first = inOrder[0]
  if (!first) return []
  const span = Math.max(0, until - first.at)
  const steps = span === 0 ? 1 : moments
  return Array.from({ length: steps }, (_, step) => {
    const at = steps === 1 ? until : first.at + (span * step) / (steps - 1)
    return pointAt(inOrder, at)
  })
}

function pointAt(inOrder: readonly Given[], at: number): LinePoint {
  const held = new Map<string, number>()
  for (const each of inOrder) if (each.at <= at) held.set(each.personId, each.probability)
  const sorted = [...held.values()].sort((a, b) => a - b)
  return {
    at,
    low: quantile(sorted, 0.25) ?? 0,
    median: quantile(sorted, 0.5) ?? 0,
    high: quantile(sorted, 0.75) ?? 0,
    people: sorted.length,
  }
}
