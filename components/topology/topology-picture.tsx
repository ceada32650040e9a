import type { TopologyShape } from '@/lib/debates/contract/debates'
import { passageOf, type TopologySection } from './topology-section'

const WIDTH = 960
const ROW = 54
const LABEL = 260
const MOST_RADIUS = 20

type Mark = {
  readonly x: number
  readonly y: number
  readonly kind: 'contested' | 'bridging' | 'unsupported' | 'unanswered'
  readonly text: string
  readonly id: string
  readonly href: string
}

/** One picture of all sections: how much is argued, on which side, and what stands out. Said in words by the table and lists below it. */
export function TopologyPicture({
  topology,
  sections,
  reading,
}: {
  readonly topology: TopologyShape
  readonly sections: readonly TopologySection[]
  readonly reading: string
}) {
  const most = Math.max(
    1,
    ...topology.bars.map(({ supports, opposes, qualifies }) => supports + opposes + qualifies),
  )
  const marks = sections.flatMap(({ id }, at) => marksOf(topology, { id, at, reading }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: no other element than svg can be drawn into.
    <svg
      className="topology-picture"
      viewBox={`0 0 ${WIDTH} ${sections.length * ROW + 8}`}
      role="group"
      aria-label="The sections with the claims on each, for and against, and what stands out; the table and the lists below say the same"
    >
      {sections.map(({ id, title, debate }, at) => {
        const bar = topology.bars.find(({ sectionId }) => sectionId === id)
        const y = at * ROW + ROW / 2
        const unit = 300 / most
        return (
          <g key={id}>
            <path className="rule" d={`M0 ${at * ROW + ROW}H${WIDTH}`} />
            <a href={debate} tabIndex={-1}>
              <text className="name" x={0} y={y + 4}>
                {shortTitle(title)}
              </text>
            </a>
            {bar && (
              <>
                <rect
                  className="is-support"
                  x={LABEL}
                  y={y - 8}
                  height={16}
                  width={bar.supports * unit}
                />
                <rect
                  className="is-nuance"
                  x={LABEL + bar.supports * unit}
                  y={y - 8}
                  height={16}
                  width={bar.qualifies * unit}
                />
                <rect
                  className="is-oppose"
                  x={LABEL + (bar.supports + bar.qualifies) * unit}
                  y={y - 8}
                  height={16}
                  width={bar.opposes * unit}
                />
                <circle
                  className="size"
                  cx={LABEL + 360}
                  cy={y}
                  r={radiusOf(bar.claims, topology)}
                />
                <text className="count" x={LABEL + 360} y={y + 4} textAnchor="middle">
                  {bar.claims}
                </text>
              </>
            )}
          </g>
        )
      })}
      {marks.map(({ id, kind, x, y, text, href }) => (
        <a key={`${kind}${id}`} href={href} aria-label={`${WORDS[kind]}: ${text}`}>
          <g className={`mark mark-${kind}`} transform={`translate(${x} ${y})`}>
            <title>{`${WORDS[kind]}: ${text}`}</title>
            <rect className="target" x={-10} y={-12} width={20} height={24} />
            <path d={SHAPES[kind]} />
          </g>
        </a>
      ))}
    </svg>
  )
}

// A dot for what is contested, a bow for what bridges, an empty box for what rests on nothing, a ring for what is not known.
export const WORDS: Readonly<Record<Mark['kind'], string>> = {
  contested: 'Contested',
  bridging: 'Bridging',
  unsupported: 'Resting on nothing',
  unanswered: 'Unanswered',
}

/** A mark by itself, for the key. */
export function MarkSign({ kind }: { readonly kind: Mark['kind'] }) {
  return (
    <svg className="mark-sign" viewBox="-9 -9 18 18" aria-hidden="true">
      <g className={`mark mark-${kind}`}>
        <path d={SHAPES[kind]} />
      </g>
    </svg>
  )
}

/** "The Military Dimension: Troop Deployment" by its first half. */
function shortTitle(title: string): string {
  const [first = title] = title.split(/: | – | — /)
  return first.length > 34 ? `${first.slice(0, 33)}…` : first
}

const SHAPES: Readonly<Record<Mark['kind'], string>> = {
  contested: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  bridging: 'M-7 4C-7 -7 7 -7 7 4',
  unsupported: 'M-5 -5H5V5H-5z',
  unanswered: 'M-4.500 0a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0 -9 0zM0 -1.500V1.500',
}

function radiusOf(claims: number, { bars }: TopologyShape): number {
  const most = Math.max(1, ...bars.map((bar) => bar.claims))
  return MOST_RADIUS * Math.sqrt(claims / most)
}

function marksOf(
  topology: TopologyShape,
  { id: sectionId, at, reading }: { id: string; at: number; reading: string },
): readonly Mark[] {
  const kinds = ['contested', 'bridging', 'unsupported', 'unanswered'] as const
  const here = kinds.flatMap((kind) =>
    topology[kind]
      .filter((point) => point.sectionId === sectionId)
      .map((point) => ({
        kind,
        id: point.claimId,
        text: point.text,
        href: passageOf(reading, point),
      })),
  )
  return here.map((mark, index) => ({
    ...mark,
    x: LABEL + 410 + index * 20,
    y: at * ROW + ROW / 2,
  }))
}
