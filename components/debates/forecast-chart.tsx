import type { ForecastShape } from '@/lib/debates/contract/shapes'

const WIDTH = 440
const HEIGHT = 140
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

type Line = NonNullable<ForecastShape['line']>

/** How the group's forecast moved: its median, its middle half, and oneself. */
export function ForecastChart({ forecast }: { readonly forecast: ForecastShape }) {
  const { line, mine } = forecast
  if (line === null) {
    return (
      <p className="meta f-fig">What others hold likely appears after you have said what you do.</p>
    )
  }
  const [first] = line
  const last = line.at(-1)
  if (!first || !last) return <p className="meta f-fig">Nobody has given a probability yet.</p>
  const x = scaleOf(first.at, last.at)
  const own = mine.map(({ at, percent }) => ({ x: x(new Date(at).getTime()), y: y(percent / 100) }))
  return (
    <figure className="f-fig">
      <svg
        className="fchart"
        viewBox={`-32 -6 ${WIDTH + 44} ${HEIGHT + 30}`}
        role="img"
        aria-label={wordsOf(first, last)}
      >
        <g className="grid">
          {[0, 50, 100].map((percent) => (
            <g key={percent}>
              <path d={`M0 ${y(percent / 100)}H${WIDTH}`} />
              <text x={-8} y={y(percent / 100) + 4} textAnchor="end">
                {percent}
              </text>
            </g>
          ))}
        </g>
        <path className="band" d={bandOf(line, x)} />
        <path className="med" d={pathOf(line.map(({ at, median }) => [x(at), y(median)]))} />
        <path className="me" d={stepsOf(own)} />
        <circle className="medp" cx={x(last.at)} cy={y(last.median)} r={3.5} />
        <text x={0} y={HEIGHT + 20}>
          {DAY.format(new Date(first.at))}
        </text>
        <text x={WIDTH} y={HEIGHT + 20} textAnchor="end">
          {forecast.resolution ? 'resolved' : 'today'}
        </text>
      </svg>
      <figcaption className="meta num">
        <span className="key k-med">Median {percentOf(last.median)} %</span>
        <span className="key k-band">
          Middle half {percentOf(last.low)}–{percentOf(last.high)} %
        </span>
        {mine.length > 0 && <span className="key k-me">You {mine.at(-1)?.percent} %</span>}
      </figcaption>
    </figure>
  )
}

function percentOf(share: number): number {
  return Math.round(share * 100)
}

function y(share: number): number {
  return HEIGHT * (1 - share)
}

function scaleOf(from: number, to: number): (at: number) => number {
  return (at) => (to === from ? WIDTH : (WIDTH * Math.max(0, at - from)) / (to - from))
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`)
    .join('')
}

function bandOf(line: Line, x: (at: number) => number): string {
  const upper = line.map(({ at, high }) => [x(at), y(high)] as const)
  const lower = line.map(({ at, low }) => [x(at), y(low)] as const).toReversed()
  return `${pathOf([...upper, ...lower])}Z`
}

function stepsOf(own: readonly { readonly x: number; readonly y: number }[]): string {
  if (own.length === 0) return ''
  const steps = own.map(({ x, y: py }, at) =>
    at === 0 ? `M${x.toFixed(1)} ${py.toFixed(1)}` : `H${x.toFixed(1)}V${py.toFixed(1)}`,
  )
  return `${steps.join('')}H${WIDTH}`
}

function wordsOf(first: Line[number], last: Line[number]): string {
  return `Median probability: ${percentOf(first.median)} per cent on ${DAY.format(new Date(first.at))}, ${percentOf(last.median)} per cent at the end; half of the group lies between ${percentOf(last.low)} and ${percentOf(last.high)}`
}
