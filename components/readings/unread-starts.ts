import type { RoomState } from '@/components/annotations/room-state'

/** Where the unread notes begin that are loaded, as words, so that only a change of them renders anew. */
export function unreadStarts({ notes }: Pick<RoomState, 'notes'>): string {
  const starts: number[] = []
  for (const { unread, target } of notes.values()) if (unread && target) starts.push(target.start)
  return starts.sort((a, b) => a - b).join(' ')
}

/** The offsets that `unreadStarts` wrote. */
export function offsetsIn(words: string): number[] {
  return words.split(' ').filter(Boolean).map(Number)
}
