// The side table of the highlights: which annotations lie on a place, asked when somebody points at it.

/** A range that knows what it belongs to. Offsets are UTF-16, `end` is exclusive. */
export type Covering = { readonly start: number; readonly end: number }

/** Answers which ranges cover a place or touch a stretch. The shortest come first: they are what was pointed at. */
export type CoverTable<R extends Covering> = {
  readonly at: (offset: number) => readonly R[]
  readonly within: (start: number, end: number) => readonly R[]
}

/**
 * The table of some ranges. O(n log n) once; a question costs O(log n + those that begin before its end and reach its start), found
 * in a tree of furthest ends over the ranges in order of their starts.
 */
export function coverTable<R extends Covering>(ranges: readonly R[]): CoverTable<R> {
  const sorted = ranges
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start)
  const furthest = furthestEnds(sorted)
  const within = (start: number, end: number): readonly R[] => {
    const found: R[] = []
    collect({ node: 1, low: 0, high: furthest.length / 2 })
    return found.sort((one, other) => one.end - one.start - (other.end - other.start))

    function collect({ node, low, high }: { node: number; low: number; high: number }): void {
      const first = sorted[low]
      if (!first || first.start >= end || (furthest[node] ?? 0) <= start) return
      if (high - low === 1) {
        found.push(first)
        return
      }
      const middle = (low + high) >> 1
      collect({ node: 2 * node, low, high: middle })
      collect({ node: 2 * node + 1, low: middle, high })
    }
  }
  return { within, at: (offset) => within(offset, offset + 1) }
}

/** A heap-shaped tree: each node holds the furthest end under it, the leaves are the ranges. */
function furthestEnds(sorted: readonly Covering[]): readonly number[] {
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, sorted.length)))
  const ends = new Array<number>(2 * leaves).fill(0)
  for (const [index, { end }] of sorted.entries()) ends[leaves + index] = end
  for (let node = leaves - 1; node >= 1; node -= 1) {
    ends[node] = Math.max(ends[2 * node] ?? 0, ends[2 * node + 1] ?? 0)
  }
  return ends
}
