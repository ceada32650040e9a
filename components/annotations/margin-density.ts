// When cards are pushed too far from their passages, the run of them is shown as one-line rows; and where even rows would not fit,
// the rest is counted in one row that opens the list.

import { type Card, layoutCards } from './margin-layout'

export const ROW_HEIGHT = 28
const GAP = 8
/** Mean displacement, in pixels, from which a run is shown as rows. */
const TOO_FAR = 240
const FEWEST_ROWS = 6

/** Notes that found no room. */
export type Fold = {
  readonly id: string
  /** The card above. */
  readonly after: string
  readonly ids: readonly string[]
}

export type Dense = { readonly compact: ReadonlySet<string>; readonly folds: readonly Fold[] }

/**
 * Which cards become rows and which are folded away, given their heights as closed cards. A run that is pushed farther than the runs
 * beside it becomes rows first, which makes room for them; this goes on until no run is pushed too far, nor above the top by an open
 * card. `window` is the length of a run in pixels. The pinned card is neither. Few passes over the cards, however many there are.
 */
export function denseCards(
  cards: readonly Card[],
  {
    window,
    pinnedId,
    always = false,
  }: { readonly window: number; readonly pinnedId: string | null; readonly always?: boolean },
): Dense {
  const capacity = Math.max(FEWEST_ROWS, Math.floor(window / (ROW_HEIGHT + GAP)))
  const open = [...runsOf(cards, window)]
  const compact = new Set<string>()
  const folds: Fold[] = []
  const hidden = new Set<string>()
  for (let runs = farthest(); runs.length > 0; runs = farthest()) {
    for (const run of runs) {
      open.splice(open.indexOf(run), 1)
      makeRows(run)
    }
  }
  return { compact, folds }

  function makeRows(run: Run): void {
    const rows = run.filter(({ id }) => id !== pinnedId)
    for (const { id } of rows.slice(0, capacity)) compact.add(id)
    const ids = rows.slice(capacity).map(({ id }) => id)
    for (const id of ids) hidden.add(id)
    const after = rows[capacity - 1]
    if (after && ids.length > 0) folds.push({ id: `more-${after.id}`, after: after.id, ids })
  }

  function farthest(): readonly Run[] {
    const shown = cards
      .filter(({ id }) => !hidden.has(id))
      .map((card) => (compact.has(card.id) ? { ...card, height: ROW_HEIGHT } : card))
    const tops = layoutCards(shown, { pinnedId, gap: GAP })
    const pushed = open.map((run) => {
      const lost = run.some(({ id }) => (tops.get(id) ?? 0) < 0)
      return always || lost ? Number.POSITIVE_INFINITY : meanDisplacement(run, tops)
    })
    return open.filter((_, at) => {
      const mean = pushed[at] ?? 0
      return mean > TOO_FAR && mean >= (pushed[at - 1] ?? 0) && mean >= (pushed[at + 1] ?? 0)
    })
  }
}

type Run = readonly Card[]

function meanDisplacement(run: readonly Card[], tops: ReadonlyMap<string, number>): number {
  const sum = run.reduce((all, { id, anchor }) => all + Math.abs((tops.get(id) ?? 0) - anchor), 0)
  return sum / run.length
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
