// What is drawn: all annotations of a text flattened into disjoint segments. Ten thousand overlapping ranges become a few dozen marks,
// since all that shows is how dense a stretch is (up to four) and whose. Which annotations lie there is looked up apart (covering.ts).

/** A stretch of text with annotations on it. Offsets are UTF-16, `end` is exclusive. */
export type AnnotatedRange = {
  readonly start: number
  readonly end: number
  /** How many annotations share this very range and these flags; 1 when left out. */
  readonly count?: number | undefined
  /** Written by the viewer. */
  readonly mine: boolean
  /** Seen by its author alone. */
  readonly private: boolean
  readonly resolved: boolean
}

export type SegmentState = 'others' | 'mine' | 'private' | 'resolved'

/** A stretch that looks the same throughout. Segments of a text are sorted and disjoint; neighbours that look alike are one. */
export type Segment = {
  readonly start: number
  readonly end: number
  /** How many annotations cover it; 4 means four or more. */
  readonly level: 1 | 2 | 3 | 4
  /** `resolved` when all are; else `private` when all are; else `mine` when one of the viewer's is among them. */
  readonly state: SegmentState
}

/** The segments of some ranges. Empty ranges count for nothing. O(n log n). */
export function segmentsOf(ranges: readonly AnnotatedRange[]): readonly Segment[] {
  const edges = edgesOf(ranges)
  const cover: Cover = { all: 0, mine: 0, private: 0, resolved: 0 }
  const segments: Segment[] = []
  for (const [index, { offset, range, sign }] of edges.entries()) {
    add(cover, range, sign)
    const end = edges[index + 1]?.offset
    if (end !== undefined && end > offset && cover.all > 0) {
      pushJoined(segments, { start: offset, end, ...lookOf(cover) })
    }
  }
  return segments
}

/**
 * The segments after one more annotation. The level is exact, since it stops at four; the state is exact where the stretch was bare
 * and else what most readers would see: a refetch settles whether hidden ones were private or resolved. Copies the list once.
 */
export function raise(segments: readonly Segment[], range: AnnotatedRange): readonly Segment[] {
  const { start, end } = range
  if (start >= end) return segments
  const first = firstEndingAfter(segments, start - 1)
  let next = first
  let bare = start
  const raised: Segment[] = []
  for (let at = segments[next]; at && at.start <= end; at = segments[next]) {
    next += 1
    if (at.start > bare) pushJoined(raised, freshSegment(range, bare, Math.min(at.start, end)))
    for (const piece of raisedPieces(at, range)) pushJoined(raised, piece)
    bare = Math.max(bare, at.end)
  }
  pushJoined(raised, freshSegment(range, bare, end))
  return [...segments.slice(0, first), ...raised, ...segments.slice(next)]
}

/** The segments that lie in a stretch, cut at its borders. O(log n + found). */
export function segmentsWithin(
  segments: readonly Segment[],
  start: number,
  end: number,
): readonly Segment[] {
  const within: Segment[] = []
  if (start >= end) return within
  let next = firstEndingAfter(segments, start)
  for (let at = segments[next]; at && at.start < end; at = segments[next]) {
    within.push({ ...at, start: Math.max(at.start, start), end: Math.min(at.end, end) })
    next += 1
  }
  return within
}

type Look = Pick<Segment, 'level' | 'state'>
type Cover = { all: number; mine: number; private: number; resolved: number }
type Edge = { readonly offset: number; readonly range: AnnotatedRange; readonly sign: 1 | -1 }

function edgesOf(ranges: readonly AnnotatedRange[]): Edge[] {
  const edges: Edge[] = []
  for (const range of ranges) {
    if (range.start >= range.end) continue
    edges.push({ offset: range.start, range, sign: 1 }, { offset: range.end, range, sign: -1 })
  }
  return edges.sort((one, other) => one.offset - other.offset)
}

function add(cover: Cover, range: AnnotatedRange, sign: 1 | -1): void {
  const count = sign * (range.count ?? 1)
  cover.all += count
  if (range.mine) cover.mine += count
  if (range.private) cover.private += count
  if (range.resolved) cover.resolved += count
}

function lookOf({ all, mine, private: secret, resolved }: Cover): Look {
  return { level: levelOf(all), state: stateOf({ all, mine, private: secret, resolved }) }
}

function stateOf({ all, mine, private: secret, resolved }: Cover): SegmentState {
  if (resolved === all) return 'resolved'
  if (secret === all) return 'private'
  return mine > 0 ? 'mine' : 'others'
}

function levelOf(count: number): Segment['level'] {
  if (count >= 4) return 4
  if (count === 3) return 3
  return count === 2 ? 2 : 1
}

/** A segment, cut where the range begins and ends, the inner piece one level higher. */
function raisedPieces(segment: Segment, range: AnnotatedRange): Segment[] {
  const start = Math.max(segment.start, range.start)
  const end = Math.min(segment.end, range.end)
  if (start >= end) return [segment]
  const inner = {
    start,
    end,
    level: levelOf(segment.level + (range.count ?? 1)),
    state: raisedState(segment.state, range),
  }
  const pieces = [{ ...segment, end: start }, inner, { ...segment, start: end }]
  return pieces.filter((piece) => piece.start < piece.end)
}

// Resolved under something open shows the open one's look; private under something shared counts as one's own.
function raisedState(state: SegmentState, range: AnnotatedRange): SegmentState {
  const added = lookOf(coverOf(range)).state
  if (state === added || added === 'resolved') return state
  if (state === 'resolved') return range.mine ? 'mine' : 'others'
  return state === 'others' && !range.mine ? 'others' : 'mine'
}

function coverOf(range: AnnotatedRange): Cover {
  const cover: Cover = { all: 0, mine: 0, private: 0, resolved: 0 }
  add(cover, range, 1)
  return cover
}

function freshSegment(range: AnnotatedRange, start: number, end: number): Segment {
  return { start, end, ...lookOf(coverOf(range)) }
}

function pushJoined(segments: Segment[], segment: Segment): void {
  if (segment.start >= segment.end) return
  const last = segments.at(-1)
  if (
    last &&
    last.end === segment.start &&
    last.level === segment.level &&
    last.state === segment.state
  ) {
    segments[segments.length - 1] = { ...last, end: segment.end }
  } else segments.push(segment)
}

/** The index of the first segment that ends after an offset. */
function firstEndingAfter(segments: readonly Segment[], offset: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.end ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
