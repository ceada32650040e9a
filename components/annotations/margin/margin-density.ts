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
 * Which cards become rows and which are folded away, given their heights as closed cards. Where cards that touch each other are pushed
 * too far, or above the top by an open card, the most crowded run among them becomes rows first: it is what pushes the others, who may
 * then stay cards. `window` is the length of a run in pixels. The pinned card is neither. At most as many passes over the cards as
 * runs touch each other.
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
  const runs = runsOf(cards, window)
  const open = new Set(runs)
  const compact = new Set<string>()
  const folds: Fold[] = []
  const hidden = new Set<string>()
  for (let next = always ? runs : crowded(); next.length > 0; next = always ? [] : crowded()) {
    for (const run of next) makeRows(run)
  }
  return { compact, folds }

  function makeRows(run: Run): void {
    open.delete(run)
    const rows = run.filter(({ id }) => id !== pinnedId)
    for (const { id } of rows.slice(0, capacity)) compact.add(id)
    const ids = rows.slice(capacity).map(({ id }) => id)
    for (const id of ids) hidden.add(id)
    const after = rows[capacity - 1]
    if (after && ids.length > 0) folds.push({ id: `more-${after.id}`, after: after.id, ids })
  }

  /** Of each chain of runs that touch, what must give way next. */
  function crowded(): readonly Run[] {
    const shown = cards
      .filter(({ id }) => !hidden.has(id))
      .map((card) => (compact.has(card.id) ? { ...card, height: ROW_HEIGHT } : card))
    const tops = layoutCards(shown, { pinnedId, gap: GAP })
    const heights = new Map(shown.map(({ id, height }) => [id, height]))
    return chainsOf(runs, tops, heights).flatMap((chain) => {
      const still = chain.filter((run) => open.has(run))
      const lost = still.filter((run) => run.some(({ id }) => (tops.get(id) ?? 0) < 0))
      if (lost.length > 0) return mostCrowded(lost, runs)
      const isFar = still.some((run) => meanDisplacement(run, tops) > TOO_FAR)
      return isFar
        ? mostCrowded(
            still.filter((run) => needsRoom(run, runs)),
            runs,
          )
        : []
    })
  }
}

type Run = readonly Card[]

/** Runs in order, those together whose cards leave no more than the gap between them. */
function chainsOf(
  runs: readonly Run[],
  tops: ReadonlyMap<string, number>,
  heights: ReadonlyMap<string, number>,
): readonly (readonly Run[])[] {
  const chains: Run[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    const places = run.flatMap(({ id }) => {
      const top = tops.get(id)
      return top === undefined ? [] : [{ top, bottom: top + (heights.get(id) ?? 0) }]
    })
    const touches = (places[0]?.top ?? bottom) <= bottom + GAP + 1
    const chain = chains.at(-1)
    if (chain && touches) chain.push(run)
    else chains.push([run])
    bottom = places.at(-1)?.bottom ?? bottom
  }
  return chains
}

/** Whether a run would be pushed too far by itself, or pushes the next one: what stands far away because of others stays as it is. */
function needsRoom(run: Run, runs: readonly Run[]): boolean {
  const alone = layoutCards(run, { gap: GAP })
  return needOf(run) > roomOf(run, runs) || meanDisplacement(run, alone) > TOO_FAR
}

function needOf(run: Run): number {
  return run.reduce((sum, { height }) => sum + height + GAP, 0)
}

/** How far it is from a run to the next one. */
function roomOf(run: Run, runs: readonly Run[]): number {
  const next = runs[runs.indexOf(run) + 1]?.[0]?.anchor ?? Number.POSITIVE_INFINITY
  return next - (run[0]?.anchor ?? 0)
}

/** The run that needs most of the room it has: as a list, none for none. */
function mostCrowded(some: readonly Run[], runs: readonly Run[]): readonly Run[] {
  let worst: { readonly run: Run; readonly crowding: number } | null = null
  for (const run of some) {
    const first = run[0]?.anchor ?? 0
    const next = runs[runs.indexOf(run) + 1]?.[0]?.anchor ?? Number.POSITIVE_INFINITY
    const length = (run.at(-1)?.anchor ?? 0) + (run.at(-1)?.height ?? 0) - first
    const need = run.reduce((sum, { height }) => sum + height + GAP, 0)
    const crowding = need / Math.max(1, Math.min(next - first, length))
    if (crowding > (worst?.crowding ?? 0)) worst = { run, crowding }
  }
  return worst ? [worst.run] : []
}

function meanDisplacement(run: Run, tops: ReadonlyMap<string, number>): number {
  const sum = run.reduce((all, { id, anchor }) => all + Math.abs((tops.get(id) ?? 0) - anchor), 0)
  return sum / run.length
}

/** The cards in runs whose passages lie within one window. */
function runsOf(cards: readonly Card[], window: number): readonly Run[] {
  const runs: Card[][] = []
  for (const card of cards) {
    const run = runs.at(-1)
    const first = run?.[0]
    if (run && first && card.anchor - first.anchor < window) run.push(card)
    else runs.push([card])
  }
  return runs
}
