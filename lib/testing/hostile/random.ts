/** Numbers that only look random: the same seed gives the same ones. */
export type Random = {
  /** A whole number from 0 to below `below`. */
  readonly below: (below: number) => number
  readonly chance: (probability: number) => boolean
  /** One of several, which must not be none. */
  readonly pick: <Value>(from: readonly [Value, ...Value[]] | readonly Value[]) => Value
}

/** Mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state are enough to choose test inputs by. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const found = from[below(from.length)]
      if (found === undefined) throw new Error('There is nothing to pick from.')
      return found
    },
  }
}
