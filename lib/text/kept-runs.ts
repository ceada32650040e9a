// What was kept of a text while it was edited: runs of characters of the old text that stand in the new one, wherever they stand.
// An editor records them; they tell which of two equal sentences a note was on. Offsets are UTF-16.

/** `[offset in the old text, offset in the new text, length]`. */
export type KeptRun = readonly [number, number, number]

/** The runs that are true of two texts, by their place in the old one; what does not hold is dropped. Linear in what they cover. */
export function trueRuns(
  runs: readonly KeptRun[],
  { oldText, newText }: { readonly oldText: string; readonly newText: string },
): KeptRun[] {
  const sorted = runs
    .filter(([from, to, length]) => {
      const isWithin = from >= 0 && to >= 0 && length > 0
      return isWithin && oldText.slice(from, from + length) === newText.slice(to, to + length)
    })
    .filter(
      ([from, to, length]) => from + length <= oldText.length && to + length <= newText.length,
    )
    .toSorted((one, other) => one[0] - other[0])
  return sorted.filter(([from], at) => {
    const before = sorted[at - 1]
    return before === undefined || before[0] + before[2] <= from
  })
}

/**
 * The runs as a function of offsets, as lib/text/anchoring takes recorded steps: where the character behind a start, or before an end,
 * stands now; null where it is gone. `runs` are sorted by their place in the old text. O(log runs) a question.
 */
export function offsetMapOf(
  runs: readonly KeptRun[],
): (offset: number, side: 'start' | 'end') => number | null {
  return (offset, side) => {
    const character = side === 'start' ? offset : offset - 1
    const run = runs[lastStartingAt(runs, character)]
    if (!run || character >= run[0] + run[2]) return null
    return run[1] + (offset - run[0])
  }
}

function lastStartingAt(runs: readonly KeptRun[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.[0] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
