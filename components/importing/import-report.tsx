import type { ImportReport } from '@/lib/importing/contract'
import { EncodingChoice } from './encoding-choice'
import { droppedWords, understoodWords } from './words'

/** What was understood of a text, and what was left out of it and why. */
export function ImportReportView({
  importId,
  report,
}: {
  readonly importId: string
  readonly report: ImportReport
}) {
  const dropped = droppedWords(report)
  const { guess } = report
  return (
    <section className="import-report" aria-label="What was understood">
      <h2 className="label">Understood</h2>
      <ul className="import-counts">
        {understoodWords(report).map((words) => (
          <li key={words} className="num">
            {words}
          </li>
        ))}
      </ul>
      {guess && <EncodingChoice importId={importId} guess={guess} />}
      <h2 className="label">Left out</h2>
      {dropped.length === 0 ? (
        <p className="meta">Nothing.</p>
      ) : (
        <ul className="import-dropped">
          {dropped.map(({ what, why }) => (
            <li key={what + why}>
              <span className="num">{what}</span>
              <span className="meta">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
