import 'server-only'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { shelvesFor } from '@/lib/readings/queries/readings'

export type Shelf = ReadingRow['shelves'][number]['group']

export type RoomPlace = {
  /** The slug of a group. */
  readonly group?: string | undefined
  /** The id of an assignment: only what is written for it. */
  readonly assignment?: string | undefined
}

/** In which group and for which assignment a reading is looked at. Throws NotFound for one that the actor does not see it in. */
export async function placeIn(actor: Actor, reading: ReadingRow, place: RoomPlace) {
  const shelves = shelvesFor(actor, reading).map(({ group }) => group)
  if (place.assignment === undefined) {
    return { shelves, group: shelfNamed(shelves, place.group), task: null }
  }
  const task = await assignmentFor(actor, place.assignment)
  if (task.readingId !== reading.id) throw new NotFound()
  return { shelves, group: shelfWith(shelves, ({ id }) => id === task.groupId), task }
}

function shelfNamed(shelves: readonly Shelf[], slug: string | undefined): Shelf | null {
  if (slug === undefined) return shelves[0] ?? null
  return shelfWith(shelves, (shelf) => shelf.slug === slug)
}

function shelfWith(shelves: readonly Shelf[], is: (shelf: Shelf) => boolean): Shelf {
  const found = shelves.find(is)
  if (!found) throw new NotFound()
  return found
}
