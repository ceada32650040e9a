// One drawing of the rooms, made from the imports of the code: docs/architecture.md holds it, and a test says when it is stale.

import { passagesBetween, ROOMS, type Room } from './rooms'
import type { SourceFile } from './source'

// A passage of fewer imports is left out, so that the drawing can be read.
const FEWEST = 3

const FLOORS = [
  'ground',
  'the server’s nouns',
  'joined',
  'pixels of no noun',
  'what a page knows',
  'pixels of the nouns',
  'doors',
] as const

/** The rooms and the passages between them as a Mermaid flowchart, without numbers: it changes when the structure does. */
export function drawing(sources: readonly SourceFile[]): string {
  const passages = passagesBetween(sources)
  const drawn = passages.filter(
    ({ from, to, imports }) => isDrawn(from) && isDrawn(to) && imports >= FEWEST,
  )
  const floors = FLOORS.flatMap((name, floor) => {
    const rooms = ROOMS.filter((room) => room.floor === floor)
    return rooms.length === 0
      ? []
      : [
          `  subgraph f${floor}["${name}"]`,
          ...rooms.map((room) => `    ${idOf(room)}["${room.name}"]`),
          '  end',
        ]
  })
  const arrows = (drawn.length > 0 ? drawn : passages)
    .map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`)
    .toSorted()
  return ['flowchart TD', ...floors, ...arrows].join('\n')
}

function isDrawn({ floor }: Room): boolean {
  return floor < FLOORS.length
}

function idOf({ name }: Room): string {
  return name.replaceAll(/[^a-z]+/g, '_')
}
