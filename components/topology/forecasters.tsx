import type { CalibrationBin } from '@/lib/measures/brier'

type Score = {
  readonly person: { readonly id: string; readonly name: string } | null
  readonly forecasts: number
  readonly brier: number | null
  readonly bins: readonly CalibrationBin[]
}
export type Scores = {
  readonly formula: string
  readonly group: Score
  readonly people: readonly Score[]
}

/** How good the group's forecasts were, with the formula, and how well calibrated they are. */
export function Forecasters({ scores: { formula, group, people } }: { readonly scores: Scores }) {
  if (group.forecasts === 0) return null
  return (
    <section className="forecasters" aria-labelledby="forecasters">
      <h2 className="section-title" id="forecasters">
        Forecasters
      </h2>
      <p className="meta">{formula}</p>
      <div className="forecasters-both">
        <table className="topology-table">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Resolved</th>
              <th scope="col">Brier score</th>
            </tr>
          </thead>
          <tbody>
            {[...people, group].map(({ person, forecasts, brier }) => (
              <tr key={person?.id ?? 'group'}>
                <th scope="row">{person?.name ?? 'The group'}</th>
                <td className="num">{forecasts}</td>
                <td className="num">{brier?.toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Calibration bins={group.bins} />
      </div>
    </section>
  )
}

const SIDE = 200

function Calibration({ bins }: { readonly bins: readonly CalibrationBin[] }) {
  return (
    <figure className="calibration">
      <svg viewBox={`-34 -10 ${SIDE + 50} ${SIDE + 44}`} role="img" aria-label={wordsOf(bins)}>
        <path className="frame" d={`M0 0V${SIDE}H${SIDE}`} />
        <path className="ideal" d={`M0 ${SIDE}L${SIDE} 0`} />
        {bins.map(({ from, mean, happened, forecasts }) => (
          <circle
            key={from}
            className="bin"
            cx={mean * SIDE}
            cy={SIDE - happened * SIDE}
            r={3 + Math.sqrt(forecasts)}
          />
        ))}
        <text x={SIDE / 2} y={SIDE + 28} textAnchor="middle">
          held likely
        </text>
        <text x={-8} y={8} textAnchor="end">
          1
        </text>
        <text x={-8} y={SIDE} textAnchor="end">
          0
        </text>
      </svg>
      <figcaption className="meta">
        Calibration of the group: what was held so likely, and how much of it happened. On the line
        is perfect.
      </figcaption>
    </figure>
  )
}

function wordsOf(bins: readonly CalibrationBin[]): string {
  const percent = (share: number) => Math.round(share * 100)
  return bins
    .map(
      ({ mean, happened, forecasts }) =>
        `${forecasts} forecasts of about ${percent(mean)} per cent, of which ${percent(happened)} per cent happened`,
    )
    .join('; ')
}
