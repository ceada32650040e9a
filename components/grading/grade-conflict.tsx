import { Button } from '@/components/ui/button'
import type { GradeShape } from '@/lib/grading/contract'
import type { GradeDraft } from './use-grade'

/** Somebody else graded the same student meanwhile: what they gave and what is typed here, and a choice. */
export function GradeConflict({
  mine,
  theirs,
  onTake,
  onKeep,
}: {
  readonly mine: GradeDraft
  readonly theirs: GradeShape
  readonly onTake: () => void
  readonly onKeep: () => void
}) {
  const levels = (given: GradeDraft['levels']) => Object.values(given).join(', ') || '–'
  const rows = [
    { name: 'Levels', mine: levels(mine.levels), theirs: levels(theirs.levels) },
    { name: 'Points by hand', mine: mine.points || '–', theirs: String(theirs.points ?? '–') },
    { name: 'Feedback', mine: mine.comment || '–', theirs: theirs.comment || '–' },
  ]
  return (
    <section className="conflict" role="alert" aria-label="Graded meanwhile">
      <p className="strong">
        {theirs.gradedBy?.name ?? 'Somebody'} graded {theirs.person.name} meanwhile. What you gave
        is kept here.
      </p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Yours</th>
              <th scope="col">Saved</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td>{row.mine}</td>
                <td>{row.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button onClick={onTake}>Use what is saved</Button>
        <Button variant="primary" onClick={onKeep}>
          Continue with mine
        </Button>
      </div>
    </section>
  )
}
