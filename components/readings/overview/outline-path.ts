// The outline of a passage over several lines as one shape: its segments and lines show no seams.

export type Line = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const SAME_LINE = 6

/** The lines that rectangles of text lie on, from the top down: those of one line joined. */
export function linesOf(rects: readonly Line[]): Line[] {
  const lines: Line[] = []
  for (const rect of rects.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    if (rect.right - rect.left < 1) continue
    const last = lines.at(-1)
    if (last && Math.abs(last.bottom - rect.bottom) < SAME_LINE) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, rect.left),
        top: Math.min(last.top, rect.top),
        right: Math.max(last.right, rect.right),
        bottom: Math.max(last.bottom, rect.bottom),
      }
    } else lines.push({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom })
  }
  return lines
}

/** The path of an SVG around lines, `pad` outside them. Lines that do not meet have outlines of their own. */
export function outlinePath(lines: readonly Line[], pad: number): string {
  return runsOf(lines)
    .map((run) => around(run, pad))
    .join('')
}

function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const above = run?.at(-1)
    if (run && above && meets(above, line)) run.push(line)
    else runs.push([line])
  }
  return runs
}

function meets(above: Line, below: Line): boolean {
  const near = below.top - above.bottom < (above.bottom - above.top) / 2
  return near && above.left < below.right && below.left < above.right
}

function around(run: readonly Line[], pad: number): string {
  const down: string[] = []
  const up: string[] = []
  for (const [at, line] of run.entries()) {
    const above = run[at - 1]
    const below = run[at + 1]
    const right = line.right + pad
    const left = line.left - pad
    down.push(
      point(right, above ? step(above, line, above.right - line.right, pad) : line.top - pad),
    )
    down.push(
      point(right, below ? step(line, below, line.right - below.right, pad) : line.bottom + pad),
    )
    up.unshift(point(left, above ? step(above, line, line.left - above.left, pad) : line.top - pad))
    up.unshift(
      point(left, below ? step(line, below, below.left - line.left, pad) : line.bottom + pad),
    )
  }
  return `M${[...down, ...up].join('L')}Z`
}

/** The height at which the outline steps from one line to the next: outside the one that reaches further by `excess`. */
function step(above: Line, below: Line, excess: number, pad: number): number {
  return (above.bottom + below.top) / 2 + Math.sign(excess) * pad
}

function point(x: number, y: number): string {
  return `${Math.round(x * 2) / 2} ${Math.round(y * 2) / 2}`
}
