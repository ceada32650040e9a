const WIDTH = 96
const BASE = 22
const TOP = 3

/** How much was written on each of the last days, as a line. */
export function Sparkline({ days }: { readonly days: readonly number[] }) {
  const most = Math.max(...days, 0)
  const points = days.map((posts, day) => ({
    x: rounded((day * WIDTH) / Math.max(days.length - 1, 1)),
    y: rounded(BASE - (most === 0 ? 0 : (posts / most) * (BASE - TOP))),
  }))
  const end = points.at(-1)
  const label =
    most === 0 ? 'Nothing written in two weeks' : `Posts a day over two weeks, most ${most}`
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} 24`} role="img" aria-label={label}>
      <path d={points.map(({ x, y }, day) => `${day === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      {end && <circle className="end" cx={end.x} cy={end.y} r="2.5" />}
    </svg>
  )
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
