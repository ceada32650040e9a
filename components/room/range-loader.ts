// Loads the notes of a stretch of the text, each stretch once, and no more of them than there is room for beside it. Where many
// are expected, few lines at a time are asked for, and of each only what can stand beside so few lines: the rest is left on the
// server and called crowded. A stretch that has more notes than was expected is halved, down to the same few lines.

import type { AnnotationShape } from '@/lib/annotations/contract'

export type Stretch = { readonly from: number; readonly to: number }
export type NotesOf = (
  stretch: Stretch,
  most: number,
) => Promise<{
  readonly items: readonly AnnotationShape[]
  readonly nextCursor: string | null
}>

/** In UTF-16 units: about four lines of text. */
const SHORTEST = 320
/** What can stand beside four lines, as one-line rows, with some to spare. */
const MOST_BESIDE_SHORTEST = 12
const PAGE = 60

export type RangeLoader = {
  /** Loads what is not loaded of a stretch, and waits for what is on its way of it. A failed stretch is asked for again next time. */
  readonly load: (stretch: Stretch) => Promise<void>
  /** Forgets what was loaded, and says what it was: the next `load` asks for everything again. */
  readonly forget: () => readonly Stretch[]
}

export function rangeLoader(
  notesOf: NotesOf,
  arrived: (notes: readonly AnnotationShape[], crowded: Stretch | null) => void,
  expected: (stretch: Stretch) => number = () => 0,
): RangeLoader {
  let loaded: readonly Stretch[] = []
  const underWay = new Map<Promise<unknown>, Stretch>()

  async function fetchStretch(stretch: Stretch): Promise<void> {
    const short = stretch.to - stretch.from <= SHORTEST
    if (!short && expected(stretch) > PAGE) return fetchHalves(stretch)
    const page = await notesOf(stretch, short ? MOST_BESIDE_SHORTEST : PAGE)
    arrived(page.items, page.nextCursor !== null && short ? stretch : null)
    if (page.nextCursor !== null && !short) await fetchHalves(stretch)
  }

  async function fetchHalves({ from, to }: Stretch): Promise<void> {
    const middle = from + ((to - from) >>> 1)
    await Promise.all([fetchStretch({ from, to: middle }), fetchStretch({ from: middle, to })])
  }

  return {
    forget: () => {
      const forgotten = loaded
      loaded = []
      return forgotten
    },
    async load(stretch) {
      const before = [...underWay].flatMap(([done, other]) =>
        other.from < stretch.to && other.to > stretch.from ? [done] : [],
      )
      const gaps = missing(loaded, stretch)
      loaded = joined([...loaded, stretch])
      const own = Promise.all(gaps.map(fetchStretch))
      underWay.set(own, stretch)
      try {
        await own
      } catch (error) {
        loaded = gaps.reduce<readonly Stretch[]>(without, loaded)
        throw error
      } finally {
        underWay.delete(own)
      }
      await Promise.all(before)
    },
  }
}

/** The parts of a stretch that no loaded stretch covers, in order. */
export function missing(loaded: readonly Stretch[], stretch: Stretch): readonly Stretch[] {
  return loaded.reduce<readonly Stretch[]>(without, [stretch])
}

function without(parts: readonly Stretch[], hole: Stretch): readonly Stretch[] {
  return parts.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, hole.from) },
      { from: Math.max(from, hole.to), to },
    ].filter((part) => part.from < part.to && (part.to <= hole.from || part.from >= hole.to)),
  )
}

/** The same ground in as few stretches as can be, in order. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = []
  for (const next of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && next.from <= last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, next.to) }
    else out.push(next)
  }
  return out
}
