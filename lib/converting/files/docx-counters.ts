// How Word counts: each level by itself, begun anew below a higher one, lists of one kind together.

export const LEVELS = 9

export type Level = {
  readonly start: number
  readonly format: string
  readonly label: string
  readonly restartsAfter: number | null
  readonly isDecimal: boolean
}
export type List = {
  /** Lists that count together. */
  readonly counter: string
  readonly levels: readonly Level[]
  readonly starts: ReadonlyMap<number, number>
}
export type Place = { readonly list: string; readonly level: number }

type Counters = (number | undefined)[]

/** A function that gives the next number of a place, with those of the levels above it. */
export function counting(): (place: Place, list: List) => readonly number[] {
  const counters = new Map<string, Counters>()
  const begun = new Set<string>()
  return ({ list: id, level }, list) => {
    const numbers = counters.get(list.counter) ?? []
    counters.set(list.counter, numbers)
    const fresh = [...list.starts].filter(([at]) => at <= level && !begun.has(`${id}/${at}`))
    for (const [at, start] of fresh) {
      begun.add(`${id}/${at}`)
      numbers.length = Math.min(numbers.length, at)
      numbers[at] = at === level ? start - 1 : start
    }
    for (let at = 0; at < level; at++) numbers[at] ??= list.levels[at]?.start ?? 1
    numbers[level] = (numbers[level] ?? (list.levels[level]?.start ?? 1) - 1) + 1
    beginDeeper(numbers, level, list)
    return Array.from(numbers, (number) => number ?? 1)
  }
}

function beginDeeper(numbers: Counters, level: number, { levels }: List): void {
  for (let deeper = level + 1; deeper < LEVELS; deeper++) {
    const after = levels[deeper]?.restartsAfter ?? null
    if (after === null || (after > 0 && level < after)) numbers[deeper] = undefined
  }
}
