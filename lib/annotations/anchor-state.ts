// How a note stands in the present text, pure: its place, how sure that is, and whether somebody should look at it.

export type AnchorStatus = 'exact' | 'moved' | 'changed' | 'section' | 'lost'

/** Where a note stands in a revision. Offsets are UTF-16; null where its passage is not in the text, or it never had one. */
export type AnchorState = {
  readonly start: number | null
  readonly end: number | null
  readonly sectionId: string | null
  readonly state: AnchorStatus
  /** Of the present words to the quoted ones, 0 to 1; null where they are the same or nowhere. */
  readonly similarity: number | null
  /** Who looked at the place and confirmed or chose it; null: nobody yet. */
  readonly placed: { readonly byId: string | null; readonly at: Date } | null
}

/** Below this likeness a place that was found by itself may be another sentence: a person should say. */
export const CONFIDENT_SIMILARITY = 0.8

/** Whether somebody should look at a place: its passage is gone, or reworded so much that it may be the wrong one. */
export function needsReview({
  state,
  similarity,
  placed,
}: Pick<AnchorState, 'state' | 'similarity'> & { readonly placed: unknown }): boolean {
  if (placed) return false
  if (state === 'section' || state === 'lost') return true
  return state === 'changed' && (similarity ?? 0) < CONFIDENT_SIMILARITY
}
