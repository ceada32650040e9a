// The rooms of the house, from the top floor down. Imports go down or stay in their room; what goes up is a fault.

import type { SourceFile } from './source'

// Contracts, events and jobs are a list each, in which every noun has its line.
const JOINING = /^lib\/((room-)?contract|live|start-up|health)\.ts$|^lib\/(jobs|pages)\//

export type Room = { readonly name: string; readonly floor: number; readonly holds: RegExp }

/** Each file is in the first room that holds it. */
export const ROOMS: readonly Room[] = [
  { name: 'app', floor: 6, holds: /^(app\/|proxy\.ts|instrumentation\.ts)/ },
  { name: 'components/ui, keyboard', floor: 3, holds: /^components\/(ui|keyboard)\// },
  { name: 'components/editor', floor: 4, holds: /^components\/editor\// },
  { name: 'components/room', floor: 4, holds: /^components\/(room\/|api-client)/ },
  { name: 'components of the nouns', floor: 5, holds: /^components\// },
  { name: 'lib: what joins the nouns', floor: 2, holds: JOINING },
  { name: 'lib/auth', floor: 1, holds: /^lib\/auth\// },
  { name: 'lib/events', floor: 1, holds: /^lib\/events\// },
  { name: 'lib/api', floor: 1, holds: /^lib\/api\// },
  { name: 'lib/policy', floor: 0, holds: /^lib\/policy\// },
  { name: 'lib/db', floor: 0, holds: /^lib\/db\// },
  { name: 'lib/text', floor: 0, holds: /^lib\/text\// },
  { name: 'lib/converting', floor: 1, holds: /^lib\/converting\// },
  { name: 'nouns of lib', floor: 1, holds: /^lib\/[^/]+\// },
  { name: 'lib', floor: 0, holds: /^lib\// },
  { name: 'scripts, prisma, bench', floor: 7, holds: /^(scripts|prisma|bench)\// },
]

/** The room of a file. Throws for a file of none. */
export function roomOf(path: string): Room {
  const room = ROOMS.find(({ holds }) => holds.test(path))
  if (!room) throw new Error(`${path} is in no room: name its room in scripts/house/rooms.ts.`)
  return room
}

export type Passage = { readonly from: Room; readonly to: Room; readonly imports: number }

/** How many imports go from one room to another, most first. */
export function passagesBetween(sources: readonly SourceFile[]): readonly Passage[] {
  const passages = new Map<string, Passage>()
  for (const { path, imports } of sources) {
    const from = roomOf(path)
    for (const imported of imports) {
      const to = roomOf(imported)
      if (from === to) continue
      const key = `${from.name} ${to.name}`
      passages.set(key, { from, to, imports: (passages.get(key)?.imports ?? 0) + 1 })
    }
  }
  return [...passages.values()].toSorted((one, other) => other.imports - one.imports)
}

/** Imports that go from a lower floor to a higher one, file by file. */
export function upwardImports(sources: readonly SourceFile[]): readonly string[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter((imported) => roomOf(imported).floor > roomOf(path).floor)
      .map((imported) => `${path} → ${imported}`),
  )
}
