import { Icon } from '@/components/ui/icon'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { lateRuleWords } from '@/lib/assignments/lateness'
import { namesWords } from '@/lib/assignments/names-words'
import { momentWords } from '@/lib/time-zone'
import { requiredKindWords } from './required-kind-words'

type Dated = Pick<AssignmentShape, 'opensAt' | 'dueAt' | 'repliesUntil' | 'timeZone' | 'lateRule'>

/** When an assignment opens and is due, in the time zone of the course, and what becomes of late work. */
export function AssignmentDates({ opensAt, dueAt, repliesUntil, timeZone, lateRule }: Dated) {
  const times = [
    { name: 'Opens', at: opensAt },
    { name: 'Due', at: dueAt },
    { name: 'Replies until', at: repliesUntil },
  ].flatMap(({ name, at }) => (at === null ? [] : [{ name, at }]))
  if (times.length === 0) return <p className="meta">No due time</p>
  return (
    <>
      <dl className="assignment-dates">
        {times.map(({ name, at }) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd>
              <time dateTime={at}>{momentWords(new Date(at), timeZone)}</time>
            </dd>
          </div>
        ))}
      </dl>
      {dueAt !== null && <p className="meta">{lateRuleWords(lateRule)}.</p>}
    </>
  )
}

/** Whose name stands where, as a student is told; nothing where it is everybody's own. */
export function NamesLine({
  assignment,
}: {
  readonly assignment: Pick<AssignmentShape, 'names' | 'seenAs'>
}) {
  const words = namesWords(assignment)
  if (words === null) return null
  return (
    <p className="meta names-line">
      <Icon name="people" size={14} />
      {words}
    </p>
  )
}

/** What everybody is asked for at least once; nothing where nothing is. */
export function RequiredKinds({ kinds }: { readonly kinds: AssignmentShape['requiredKinds'] }) {
  if (kinds.length === 0) return null
  return (
    <div>
      <p className="meta">Each at least once</p>
      <ul className="required-kinds">
        {kinds.map((kind) => (
          <li key={kind} className="badge">
            <Icon name={requiredKindWords(kind).icon} size={12} />
            {requiredKindWords(kind).name}
          </li>
        ))}
      </ul>
    </div>
  )
}
