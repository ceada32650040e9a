import type { Part } from '@/lib/participation/scheme'

const WORDS: Readonly<Record<Part, readonly [one: string, many: string]>> = {
  sections: ['section with work', 'sections with work'],
  notes: ['note', 'notes'],
  replies: ['reply', 'replies'],
  kinds: ['required type', 'required types'],
}

/** What a part of participation counts, for so many of them. */
export function partWords(part: Part, count: number): string {
  const [one, many] = WORDS[part]
  return count === 1 ? one : many
}
