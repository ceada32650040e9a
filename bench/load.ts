// Doing one thing over and over at a concurrency, and how fast that went.

export type Pace = { readonly perSecond: number; readonly p50: number; readonly p95: number }

/** Runs `work` for some seconds with so many at once. Times are milliseconds. Whatever fails ends the run. */
export async function pace(
  work: () => Promise<void>,
  { concurrency, seconds }: { concurrency: number; seconds: number },
): Promise<Pace> {
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1_000
  const worker = async () => {
    while (performance.now() < until) {
      const at = performance.now()
      await work()
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const lasted = (performance.now() - began) / 1_000
  return {
    perSecond: times.length / lasted,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  }
}

/** The value below which a share of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
