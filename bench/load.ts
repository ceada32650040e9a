// Doing one thing over and over, at a concurrency or in turn with another, and how fast that went.

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

export type Compared = { readonly one: number; readonly other: number; readonly ratio: number }

/** The medians of two things done turn by turn, so many rounds after some that do not count, and of their ratio. */
export async function turns(
  rounds: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<Compared> {
  for (let warm = 0; warm < 5; warm++) await Promise.all([one(), other()])
  const times: { one: number; other: number }[] = []
  for (let round = 0; round < rounds; round++) {
    times.push({ one: await timed(one), other: await timed(other) })
  }
  return {
    one: median(times.map((time) => time.one)),
    other: median(times.map((time) => time.other)),
    ratio: median(times.map((time) => time.other / time.one)),
  }
}

/** How many milliseconds something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
