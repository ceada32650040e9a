import type { ParticipationShape } from '@/lib/participation/contract'
import { amount } from './counted'
import { partWords } from './part-words'

/** How much somebody took part: a bar, and the sum it is made of, line by line. */
export function ParticipationTable({
  participation: { value, parts },
}: {
  readonly participation: ParticipationShape
}) {
  const weighed = parts.filter(({ weight }) => weight > 0)
  const weights = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const share = ({ reached, goal }: (typeof weighed)[number]) => Math.min(1, reached / goal)
  return (
    <div className="participation">
      <p className="spread">
        <span className="strong">Participation</span>
        <span className="num strong">{value.toFixed(2)}</span>
      </p>
      <div className="participation-bar" aria-hidden="true">
        {weighed.map((part) => (
          <span key={part.part} style={{ flexGrow: part.weight }}>
            <span style={{ inlineSize: `${share(part) * 100}%` }} />
          </span>
        ))}
      </div>
      <div className="table-scroll">
        <table className="table participation-table">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" className="r">
                Reached
              </th>
              <th scope="col" className="r">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {weighed.map((part) => (
              <tr key={part.part}>
                <th scope="row">{capital(partWords(part.part, part.goal))}</th>
                <td className="r num">
                  {amount(part.reached)} of {part.goal}
                </td>
                <td className="r num">
                  {amount(part.weight * share(part))} of {part.weight}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td />
              <td className="r num">
                {amount(value * weights)} of {weights}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
