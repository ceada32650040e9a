import type { AssignmentShape } from '@/lib/assignments/contract'
import { momentWordsShort } from '@/lib/time-zone'

/** What was changed after an assignment was published; nothing where nothing was. */
export function AssignmentChanges({
  assignment: { changes, timeZone },
}: {
  readonly assignment: Pick<AssignmentShape, 'changes' | 'timeZone'>
}) {
  if (changes.length === 0) return null
  return (
    <section className="assignment-changes" aria-labelledby="changes">
      <h2 className="label" id="changes">
        Changed since it was published
      </h2>
      <ul>
        {changes.map(({ version, at, by, changes: fields }) => (
          <li key={version} className="meta">
            {momentWordsShort(new Date(at), timeZone)}
            {by && `, ${by.name}`}: {fields.join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
