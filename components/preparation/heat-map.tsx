import { scaleBand, scaleThreshold } from 'd3-scale'
import { Fragment } from 'react'
import { kindMeta } from '@/components/room/kind-meta'
import { iconShape } from '@/components/ui/icon-shapes'
import {
  HEAT_FROM,
  HEAT_KINDS,
  type Heat,
  type HeatKind,
  type HeatRow,
} from '@/lib/preparation/heat'
import { dayWords } from './day-words'

const CELL = 16
const KIND_CELL = 26
const ROW = 22
const HEADING = 26
const LABEL = 230
const AXIS = 34
const level = scaleThreshold<number, number>()
  .domain([...HEAT_FROM])
  .range([0, 1, 2, 3, 4, 5])

/**
 * Notes by paragraph and day in five levels, and by type with their numbers. Drawn on the server; a table behind it says the same in
 * words and leads to each paragraph.
 */
export function HeatMap({
  heat,
  dueDay,
  href,
}: {
  readonly heat: Heat
  /** `2026-11-12`; null without a due time. */
  readonly dueDay: string | null
  /** The reading, open for the assignment. */
  readonly href: string
}) {
  const { days, rows } = heat
  const byDay = scaleBand<string>()
    .domain(days)
    .range([LABEL, LABEL + days.length * CELL])
    .paddingInner(0.12)
  const kindsFrom = LABEL + days.length * CELL + 18
  const byKind = scaleBand<string>()
    .domain(HEAT_KINDS)
    .range([kindsFrom, kindsFrom + HEAT_KINDS.length * KIND_CELL])
    .paddingInner(0.12)
  const places = placed(rows)
  const width = kindsFrom + HEAT_KINDS.length * KIND_CELL + 42
  const height = (places.at(-1)?.top ?? 0) + ROW + AXIS
  const due = dueDay === null ? undefined : byDay(dueDay)
  return (
    <>
      <HeatLegend />
      <div className="heat-scroll">
        <svg
          className="heat-map"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label="Notes by paragraph, day and type. The table below says the same."
        >
          <g className="heat-axis">
            {days.map((day) => (
              <text key={day} x={(byDay(day) ?? 0) + CELL / 2} y={AXIS - 10} textAnchor="middle">
                {Number(day.slice(-2))}
              </text>
            ))}
            {HEAT_KINDS.map((kind) => (
              <KindMark key={kind} kind={kind} x={(byKind(kind) ?? 0) + byKind.bandwidth() / 2} />
            ))}
            <text x={width - 4} y={AXIS - 10} textAnchor="end">
              All
            </text>
          </g>
          {places.map(({ row, top, isFirst }) => (
            <Fragment key={row.number}>
              {isFirst && (
                <text className="heat-section" x={0} y={top + AXIS - 8}>
                  {short(row.section, 34)}
                </text>
              )}
              <text className="heat-label" x={0} y={top + AXIS + 13}>
                ¶{row.number} {short(row.begins, 30)}
              </text>
              {days.map((day) => (
                <rect
                  key={day}
                  className={`heat-cell heat-${level(row.byDay.get(day) ?? 0)}`}
                  x={byDay(day)}
                  y={top + AXIS + 2}
                  width={byDay.bandwidth()}
                  height={CELL - 2}
                  rx={2}
                />
              ))}
              {HEAT_KINDS.map((kind) => (
                <KindCell
                  key={kind}
                  kind={kind}
                  notes={row.byKind.get(kind) ?? 0}
                  x={byKind(kind) ?? 0}
                  y={top + AXIS + 2}
                  width={byKind.bandwidth()}
                />
              ))}
              <text className="heat-total" x={width - 4} y={top + AXIS + 13} textAnchor="end">
                {row.total}
              </text>
            </Fragment>
          ))}
          {due !== undefined && (
            <line className="heat-due" x1={due + CELL} x2={due + CELL} y1={AXIS - 4} y2={height} />
          )}
        </svg>
      </div>
      <HeatTable heat={heat} href={href} />
    </>
  )
}

function KindMark({ kind, x }: { readonly kind: HeatKind; readonly x: number }) {
  const { word, icon } = kindMeta(kind)
  const { path, filled } = iconShape(icon)
  return (
    <g
      transform={`translate(${x - 6} ${AXIS - 20}) scale(0.75)`}
      className={`heat-mark is-${kind}`}
    >
      <title>{word}</title>
      <path d={path} className={filled ? 'is-filled' : 'is-line'} />
    </g>
  )
}

function KindCell({
  kind,
  notes,
  x,
  y,
  width,
}: {
  readonly kind: HeatKind
  readonly notes: number
  readonly x: number
  readonly y: number
  readonly width: number
}) {
  return (
    <>
      <rect
        className={notes === 0 ? 'heat-kind is-none' : `heat-kind is-${kind}`}
        x={x}
        y={y}
        width={width}
        height={CELL - 2}
        rx={2}
      />
      {notes > 0 && (
        <text className="heat-number" x={x + width / 2} y={y + 11} textAnchor="middle">
          {notes}
        </text>
      )}
    </>
  )
}

function HeatLegend() {
  const words = HEAT_FROM.map((from, at) => {
    const next = HEAT_FROM[at + 1]
    return next === undefined ? `${from}+` : next - 1 === from ? `${from}` : `${from}–${next - 1}`
  })
  return (
    <p className="heat-legend meta">
      Notes a day
      {['0', ...words].map((said, at) => (
        <span key={said}>
          <svg width={12} height={12} aria-hidden="true">
            <rect className={`heat-cell heat-${at}`} width={12} height={12} rx={2} />
          </svg>
          {said}
        </span>
      ))}
    </p>
  )
}

function HeatTable({ heat: { days, rows }, href }: { readonly heat: Heat; readonly href: string }) {
  return (
    <details className="heat-table">
      <summary>View as table</summary>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Paragraph</th>
              {HEAT_KINDS.map((kind) => (
                <th key={kind} scope="col" className="r">
                  {kindMeta(kind).word}
                </th>
              ))}
              <th scope="col" className="r">
                All
              </th>
              <th scope="col">By day</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">
                  <a href={`${href}#s-${row.sectionId}`}>¶{row.number}</a> {short(row.begins, 40)}
                </th>
                {HEAT_KINDS.map((kind) => (
                  <td key={kind} className="r num">
                    {row.byKind.get(kind) ?? 0}
                  </td>
                ))}
                <td className="r num">{row.total}</td>
                <td className="meta">
                  {days
                    .filter((day) => row.byDay.has(day))
                    .map((day) => `${dayWords(day)}: ${row.byDay.get(day)}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** Rows from the top, with room for a heading where a section begins. */
function placed(rows: readonly HeatRow[]) {
  let top = 0
  return rows.map((row, at) => {
    const isFirst = rows[at - 1]?.sectionId !== row.sectionId
    if (isFirst) top += HEADING
    const place = { row, top, isFirst }
    top += ROW
    return place
  })
}

function short(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words
}
