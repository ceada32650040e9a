// Somebody's work laid out for reading: section by section, each passage with what was written on it. Pure.

export type Written = {
  readonly id: string
  /** The thread that it stands in: a note's own, or the one that a reply answers in. */
  readonly annotationId: string
  readonly sectionId: string | null
  /** Of the note, or of the note that a reply answers; UTF-16 offsets of the text. */
  readonly start: number | null
  readonly end: number | null
  readonly at: Date
}

export type Section = {
  readonly sectionId: string
  readonly title: string
  readonly start: number
  readonly end: number
}

/** A run of the text; `noteIds` are of the notes whose passages cover it. */
export type Run = { readonly text: string; readonly noteIds: readonly string[] }

export type Paragraph<Item> = {
  readonly start: number
  readonly runs: readonly Run[]
  /** What stands on it, notes before the replies in their threads. */
  readonly items: readonly Item[]
}

export type WorkSection<Item> = {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly Paragraph<Item>[]
  /** What is about the section as a whole, or whose passage is not in the text any more. */
  readonly loose: readonly Item[]
}

/**
 * Items by section and paragraph, in the order of the text; sections without any are left out. A passage over several paragraphs stands with
 * the first. `text` is the reading's, paragraphs divided by newlines. Linear in the sections that hold work.
 */
export function workIn<Item extends Written>(
  items: readonly Item[],
  { text, sections }: { readonly text: string; readonly sections: readonly Section[] },
): readonly WorkSection<Item>[] {
  return sections.flatMap((section) => {
    const inside = items.filter((item) => sectionOf(item, sections) === section.sectionId)
    if (inside.length === 0) return []
    const placed = inside.filter(({ start }) => start !== null)
    return [
      {
        id: section.sectionId,
        title: section.title,
        paragraphs: paragraphsOf(placed, text, section),
        loose: inside.filter(({ start }) => start === null).toSorted(byTime),
      },
    ]
  })
}

// By its passage where it has one: that is where it is read.
function sectionOf({ start, sectionId }: Written, sections: readonly Section[]): string | null {
  if (start === null) return sectionId
  return sections.findLast((section) => section.start <= start)?.sectionId ?? sectionId
}

function paragraphsOf<Item extends Written>(
  items: readonly Item[],
  text: string,
  section: Section,
): readonly Paragraph<Item>[] {
  const found: Paragraph<Item>[] = []
  let from = section.start
  while (from < section.end) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 || newline > section.end ? section.end : newline
    const inside = items.filter(({ start }) => start !== null && start >= from && start <= to)
    if (inside.length > 0) {
      found.push({
        start: from,
        runs: runsOf(inside, text, { from, to }),
        items: inside.toSorted(byThread),
      })
    }
    from = to + 1
  }
  return found
}

function runsOf(
  items: readonly Written[],
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Run[] {
  const notes = items.filter(({ id, annotationId }) => id === annotationId)
  const within = (at: number | null) => Math.min(to, Math.max(from, at ?? from))
  const ends = notes.flatMap(({ start, end }) => [within(start), within(end)])
  const cuts = [...new Set([from, to, ...ends])].toSorted((one, other) => one - other)
  return cuts.slice(0, -1).map((start, n) => {
    const end = cuts[n + 1] ?? to
    const covering = notes.filter((note) => within(note.start) <= start && within(note.end) >= end)
    return { text: text.slice(start, end), noteIds: covering.map(({ id }) => id) }
  })
}

function byTime(one: Written, other: Written): number {
  return one.at.getTime() - other.at.getTime()
}

function byThread(one: Written, other: Written): number {
  const place = (one.start ?? 0) - (other.start ?? 0)
  if (place !== 0) return place
  if (one.annotationId !== other.annotationId) return one.annotationId < other.annotationId ? -1 : 1
  return byTime(one, other)
}
