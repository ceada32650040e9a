import type { LibrarySection } from '@/lib/library/shape'

const HEIGHT = 17
const CELL_TOP = 7

// Per cent of the ribbon: what stands between two cells and how narrow one may become. Many cells share two thirds of it.
const GAP = 1.4
const LEAST = 1.6
const SHARED = 33
// A book of hundreds of sections is drawn in so many parts: more could not be told apart, and a shelf of such books is long.
const MOST = 40

/**
 * One cell per section, or per few neighbours where there are more than forty; as wide as they are long, filled and underlined as
 * their marks are; a dot above what is unread.
 */
export function SectionRibbon({ sections }: { readonly sections: readonly LibrarySection[] }) {
  const parts = partsOf(sections)
  const cells = layOut(parts)
  const counts = parts.map(({ notes }) => notes).join(', ')
  const unread = parts.filter((part) => part.unread > 0).map(({ place }) => place)
  const news = unread.length > 0 ? `; unread in ${unread.join(', ')}` : ''
  const each =
    parts.length === sections.length
      ? 'in each section'
      : `along its ${sections.length} sections, in ${parts.length} parts`
  return (
    <svg
      className="ribbon"
      role="img"
      aria-label={`Notes ${each}: ${counts}${news}`}
      height={HEIGHT}
      width="100%"
    >
      {cells.map(({ section, level, x, width }) => (
        <g key={x} data-level={level}>
          <rect className="fill" x={`${x}%`} y={CELL_TOP} width={`${width}%`} height={7} />
          <rect
            className="line"
            x={`${x}%`}
            y={CELL_TOP + 7}
            width={`${width}%`}
            height={level > 2 ? 3 : 2}
          />
          {section.unread > 0 && <circle className="news" cx={`${x + width / 2}%`} cy={2} r={2} />}
        </g>
      ))}
    </svg>
  )
}

type Cell = {
  readonly section: Part
  readonly level: number
  /** Per cent of the ribbon. */
  readonly x: number
  readonly width: number
}

type Part = Omit<LibrarySection, 'title'> & {
  /** Its number, or its first and last. */
  readonly place: string
}

/** The sections, neighbours put together so that there are at most forty. */
function partsOf(sections: readonly LibrarySection[]): readonly Part[] {
  const size = Math.ceil(sections.length / MOST)
  const firsts = sections.flatMap((_, index) => (index % size === 0 ? [index] : []))
  return firsts.map((from) => {
    const within = sections.slice(from, from + size)
    const sum = (of: 'length' | 'notes' | 'unread') =>
      within.reduce((total, section) => total + section[of], 0)
    const place = within.length === 1 ? `${from + 1}` : `${from + 1} to ${from + within.length}`
    return { length: sum('length'), notes: sum('notes'), unread: sum('unread'), place }
  })
}

function layOut(sections: readonly Part[]): readonly Cell[] {
  const gap = Math.min(GAP, SHARED / sections.length)
  const least = Math.min(LEAST, SHARED / sections.length)
  const room = 100 - gap * (sections.length - 1) - least * sections.length
  const whole = sections.reduce((sum, { length }) => sum + length, 0)
  let x = 0
  return sections.map((section) => {
    const share = whole === 0 ? 1 / sections.length : section.length / whole
    const width = least + room * share
    const cell = { section, level: densityLevel(section), x: rounded(x), width: rounded(width) }
    x += width + gap
    return cell
  })
}

// Notes for a thousand characters at which a section reaches the next level of a mark.
const LEVELS = [0, 3, 6, 12] as const

function densityLevel({ notes, length }: Part): number {
  if (notes === 0) return 0
  const density = (notes / Math.max(length, 1)) * 1000
  return LEVELS.filter((least) => density > least).length
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100
}
