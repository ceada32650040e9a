// The order of notes by place, the same as the server's: start of the passage, then id. Notes without a passage come first.

import type { AnnotationShape } from '@/lib/annotations/contract'

type Placed = Pick<AnnotationShape, 'id' | 'target'>

/** Negative when `a` stands before `b`. */
export function byPlace(a: Placed, b: Placed): number {
  const apart = startOf(a) - startOf(b)
  if (apart !== 0) return apart
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function startOf({ target }: Placed): number {
  return target?.start ?? -1
}

/** The ids with one note set where it belongs. O(log n) comparisons. */
export function withPlaced(
  order: readonly string[],
  notes: ReadonlyMap<string, Placed>,
  note: Placed,
): readonly string[] {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = notes.get(order[middle] ?? '')
    if (other && byPlace(other, note) < 0) low = middle + 1
    else high = middle
  }
  return order[low] === note.id ? order : order.toSpliced(low, 0, note.id)
}
