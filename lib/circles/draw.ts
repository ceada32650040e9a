// Circles drawn by lot: small groups of a stated size, as even as can be. Randomness is an argument, so that a draw can be repeated.

/** A number from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number

/**
 * Splits people into circles of about `size`: sizes differ by one at most, and nobody is alone unless there is one person in all.
 * Throws nothing; a size below 1 is taken for 1. The same people and the same random numbers give the same circles.
 */
export function drawCircles(
  people: readonly string[],
  size: number,
  random: Random,
): readonly (readonly string[])[] {
  const order = shuffled(people.toSorted(), random)
  const count = Math.max(1, Math.round(order.length / Math.max(1, size)))
  return Array.from({ length: Math.min(count, order.length) }, (_, circle) =>
    order.filter((_person, n) => n % count === circle),
  )
}

/** People in an order drawn by lot (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const order = Array.from(items)
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [one, two] = [order[last], order[other]]
    if (one === undefined || two === undefined) continue
    order[last] = two
    order[other] = one
  }
  return order
}
