import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { Begun } from '@/lib/preparation/shape'
import { dayWords } from './day-words'

const WIDTH = 320
const HEIGHT = 84
const PAD = 6

/** How many students have begun, day by day. Drawn on the server; a table behind it says the same. */
export function BegunChart({
  begun,
  students,
}: {
  readonly begun: readonly Begun[]
  readonly students: number
}) {
  if (begun.length === 0) return <p className="meta">Nobody has begun yet.</p>
  const points = summed(begun)
  const days = points.map(({ day }) => new Date(day))
  const [first = new Date(0)] = days
  const last = days.at(-1) ?? first
  const x = scaleUtc()
    .domain([first, new Date(last.getTime() + 86_400_000)])
    .range([PAD, WIDTH - PAD])
  const y = scaleLinear()
    .domain([0, Math.max(1, students)])
    .range([HEIGHT - PAD, PAD])
  const ends = [...points, { day: last.toISOString(), sum: points.at(-1)?.sum ?? 0 }]
  const at = (point: { day: string }, index: number) =>
    index === points.length ? WIDTH - PAD : x(new Date(point.day))
  const path = line<(typeof ends)[number]>(at, ({ sum }) => y(sum)).curve(curveStepAfter)(ends)
  const fill = area<(typeof ends)[number]>(at, y(0), ({ sum }) => y(sum)).curve(curveStepAfter)(
    ends,
  )
  return (
    <>
      <svg
        className="begun-chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`How many of ${students} students have begun, day by day. The table below says the same.`}
      >
        <line className="begun-all" x1={PAD} x2={WIDTH - PAD} y1={y(students)} y2={y(students)} />
        <path className="begun-area" d={fill ?? ''} />
        <path className="begun-line" d={path ?? ''} />
      </svg>
      <details className="heat-table">
        <summary>View as table</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" className="r">
                Have begun
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, sum }) => (
              <tr key={day}>
                <th scope="row">{dayWords(day)}</th>
                <td className="r num">
                  {sum} of {students}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function summed(
  begun: readonly Begun[],
): readonly { readonly day: string; readonly sum: number }[] {
  let sum = 0
  return begun.map(({ day, students }) => {
    sum += students
    return { day, sum }
  })
}
