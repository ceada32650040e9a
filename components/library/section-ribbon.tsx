import type { LibrarySection } from '@/lib/library/shape'

const HEIGHT = 17
const CELL_TOP = 7

// Per cent of the ribbon: what stands between two cells and how narrow one may become. Many cells share two thirds of it.
const GAP = 1.4
const LEAST = 1.6
const SHARED = 33

/** One cell per section, as wide as the section is long, filled and underlined as its marks are; a dot above what is unread. */
export function SectionRibbon({ sections }: { readonly sections: readonly LibrarySection[] }) {
  const cells = layOut(sections)
  const counts = sections.map(({ notes }) => notes).join(', ')
  const unread = sections.flatMap((section, index) => (section.unread > 0 ? [index + 1] : []))
  const news = unread.length > 0 ? `; unread in ${unread.join(', ')}` : ''
  return (
    <svg
      className="ribbon"
      role="img"
      aria-label={`Notes in each section: ${counts}${news}`}
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
  readonly section: LibrarySection
  readonly level: number
  /** Per cent of the ribbon. */
  readonly x: number
  readonly width: number
}

function layOut(sections: readonly LibrarySection[]): readonly Cell[] {
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

function densityLevel({ notes, length }: LibrarySection): number {
  if (notes === 0) return 0
  const density = (notes / Math.max(length, 1)) * 1000
  return LEVELS.filter((least) => density > least).length
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100
}
