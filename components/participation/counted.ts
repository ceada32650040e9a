import type { ParticipationShape } from '@/lib/participation/contract'

type Item = ParticipationShape['items'][number]

/** Whether each item of a person counts, and why not, by its id. */
export function verdictsOf({ items }: ParticipationShape): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

/** A number of points or posts as people read it: at most two places. */
export function amount(value: number): string {
  return String(Math.round(value * 100) / 100)
}
