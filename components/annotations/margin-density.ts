// When cards are pushed too far from their passages, the run of them is shown as one-line rows; and where even rows would not fit,
// the rest is counted in one row that opens the list.

import { type Card, layoutCards } from './margin-layout'

export const ROW_HEIGHT = 28
const GAP = 8
/** Mean displacement, in pixels, from which a run is shown as rows. */
const TOO_FAR = 240

export type Dense = { readonly compact: ReadonlySet<string>; readonly folded: ReadonlySet<string> }

/**
 * Which cards become rows and which are folded away, given their heights as cards. `window` is a screen and a half in pixels. The
 * pinned card is neither.
 */
export function denseCards(
  cards: readonly Card[],
  {
    window,
    pinnedId,
    always = false,
  }: { window: number; pinnedId: string | null; always?: boolean },
): Dense {
  const compact = new Set<string>()
  const folded = new Set<string>()
  const tops = layoutCards(cards, { pinnedId, gap: GAP })
  for (const run of runsOf(cards, window)) {
    const apart = run.reduce(
      (sum, { id, anchor }) => sum + Math.abs((tops.get(id) ?? 0) - anchor),
      0,
    )
    if (!always && apart / run.length <= TOO_FAR) continue
    const capacity = Math.max(6, Math.floor(window / (ROW_HEIGHT + GAP)))
    run.forEach(({ id }, index) => {
      if (id !== pinnedId) (index < capacity ? compact : folded).add(id)
    })
  }
  return { compact, folded }
}

/** The cards in runs whose passages lie within one window. */
function runsOf(cards: readonly Card[], window: number): readonly (readonly Card[])[] {
  const runs: Card[][] = []
  for (const card of cards) {
    const run = runs.at(-1)
    const first = run?.[0]
    if (run && first && card.anchor - first.anchor < window) run.push(card)
    else runs.push([card])
  }
  return runs
}
