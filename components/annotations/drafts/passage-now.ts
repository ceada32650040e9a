import type { Passage } from '@/components/room/state'

/** The words of a passage in another text, there where they stand nearest to their old place; null: nowhere. O(text). */
export function passageNow(text: string, { start, exact }: Passage): Passage | null {
  if (exact === '') return null
  let nearest: number | null = null
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (nearest === null || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at
  }
  return nearest === null ? null : { start: nearest, end: nearest + exact.length, exact }
}
