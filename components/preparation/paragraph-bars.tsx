import { scaleBand, scaleLinear } from 'd3-scale'
import type { HeatRow } from '@/lib/preparation/heat'

const WIDTH = 700
const HEIGHT = 70
const FOOT = 14

/** Notes by paragraph, questions at the foot of each bar; what nobody touched is outlined. The line below says the same in words. */
export function ParagraphBars({ rows }: { readonly rows: readonly HeatRow[] }) {
  const x = scaleBand<number>()
    .domain(rows.map(({ number }) => number))
    .range([0, WIDTH])
    .paddingInner(0.18)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...rows.map(({ total }) => total))])
    .range([0, HEIGHT - FOOT - 8])
  const untouched = rows.filter(({ total }) => total === 0)
  const bottom = HEIGHT - FOOT
  return (
    <figure className="prep-bars">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken(rows)}>
        {rows.map(({ number, total, byKind }) => {
          const questions = byKind.get('question') ?? 0
          const place = { x: x(number), width: x.bandwidth() }
          return (
            <g key={number}>
              {total === 0 ? (
                <rect className="bar-none" {...place} y={bottom - 7} height={7} />
              ) : (
                <rect className="bar-all" {...place} y={bottom - y(total)} height={y(total)} />
              )}
              <rect
                className="bar-questions"
                {...place}
                y={bottom - y(questions)}
                height={y(questions)}
              />
              {x.bandwidth() > 22 && (
                <text x={(x(number) ?? 0) + x.bandwidth() / 2} y={HEIGHT - 3} textAnchor="middle">
                  ¶{number} · {total}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <figcaption>
        Notes by paragraph, <b>questions at the foot of each bar</b>.{' '}
        {untouched.length === 0
          ? 'Every paragraph was touched.'
          : `Nobody touched ${untouched.map(({ number }) => `¶${number}`).join(', ')}.`}
      </figcaption>
    </figure>
  )
}

function spoken(rows: readonly HeatRow[]): string {
  const parts = rows.map(
    ({ number, total, byKind }) =>
      `paragraph ${number}: ${total} notes, ${byKind.get('question') ?? 0} questions`,
  )
  return `Notes by paragraph. ${parts.join('; ')}.`
}
