// Which section of one text is which of another, in the order in which a person reads the changes. Pure.

export type ChangeSection = {
  readonly sectionId: string
  readonly title: string
  readonly level: number
  readonly start: number
  readonly end: number
}

export type AlignedSection = {
  readonly was: ChangeSection | null
  readonly is: ChangeSection | null
  readonly isMoved: boolean
}

/** The sections of the later text in order, with what they were; those that went, behind the one that they stood behind. O(n log n). */
export function alignedSections(
  before: readonly ChangeSection[],
  after: readonly ChangeSection[],
): AlignedSection[] {
  const was = new Map(before.map((section, at) => [section.sectionId, { section, at }]))
  const kept = after.flatMap(({ sectionId }) => was.get(sectionId) ?? [])
  const stays = inOrder(kept.map(({ at }) => at))
  const result: AlignedSection[] = after.map((is) => {
    const known = was.get(is.sectionId)
    return { was: known?.section ?? null, is, isMoved: known !== undefined && !stays.has(known.at) }
  })
  const there = new Set(after.map(({ sectionId }) => sectionId))
  for (const [at, section] of before.entries()) {
    if (there.has(section.sectionId)) continue
    const previous = before[at - 1]?.sectionId
    const behind = result.findIndex((one) => (one.is ?? one.was)?.sectionId === previous)
    result.splice(behind + 1, 0, { was: section, is: null, isMoved: false })
    there.add(section.sectionId)
  }
  return result
}

/** The members of a longest rising subsequence: what stayed in order. The rest was moved around it. */
function inOrder(places: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before = new Map<number, number | undefined>()
  for (const place of places) {
    const found = tails.findIndex((tail) => tail >= place)
    const at = found < 0 ? tails.length : found
    before.set(place, tails[at - 1])
    tails[at] = place
  }
  const kept = new Set<number>()
  for (let place = tails.at(-1); place !== undefined; place = before.get(place)) kept.add(place)
  return kept
}
