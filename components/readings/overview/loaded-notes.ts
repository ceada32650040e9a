import type { RoomState } from '@/components/room/state'

type Notes = Pick<RoomState, 'notes'>

/** Asked at every change of the room, by several: worked out only when the notes themselves have changed. */
function once<Result>(work: (state: Notes) => Result): (state: Notes) => Result {
  let last: { readonly notes: RoomState['notes']; readonly result: Result } | null = null
  return (state) => {
    if (last?.notes !== state.notes) last = { notes: state.notes, result: work(state) }
    return last.result
  }
}

/** Where the unread notes begin that are loaded, as words, so that only a change of them renders anew. */
export const unreadStarts: (state: Notes) => string = once(({ notes }) => {
  const starts: number[] = []
  for (const { unread, target } of notes.values()) if (unread && target) starts.push(target.start)
  return starts.sort((a, b) => a - b).join(' ')
})

/** The offsets that `unreadStarts` wrote. */
export function offsetsIn(words: string): number[] {
  return words.split(' ').filter(Boolean).map(Number)
}

/** How many of the loaded notes are on a whole section, by its id. */
export const notesOnSections: (state: Notes) => ReadonlyMap<string, number> = once(({ notes }) => {
  const counts = new Map<string, number>()
  for (const { target, sectionId } of notes.values()) {
    if (target !== null || sectionId === null) continue
    counts.set(sectionId, (counts.get(sectionId) ?? 0) + 1)
  }
  return counts
})
