import { Button } from '@/components/ui/button'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { isSameScheme, PRESETS, type Scheme } from '@/lib/participation/scheme'
import { type AssignmentDraft, type DraftField, differingFields } from './assignment-draft'

const NAMES: Readonly<Record<DraftField, string>> = {
  title: 'Title',
  instructions: 'Instructions',
  sectionIds: 'Sections',
  prompts: 'Prompts',
  requiredKinds: 'Required types',
  opensAt: 'Opens',
  dueAt: 'Due',
  repliesUntil: 'Replies until',
  late: 'Late work',
  graceHours: 'Hours after the due time',
  perDay: 'Per cent a day',
  floor: 'Never below',
  writesFirst: 'Write first',
  notes: 'Own notes that open a section',
  byCircle: 'Circle',
  circleFrom: 'Circle from',
  byClass: 'Class',
  classFrom: 'Class from',
  scheme: 'What counts as participation',
  names: 'Whose name stands where',
}

/** Somebody else saved the assignment meanwhile: what they have and what is typed here, side by side, and a choice for each. */
export function ConflictNotice({
  mine,
  theirs,
  assignment,
  sectionTitles,
  onTake,
  onKeep,
}: {
  readonly mine: AssignmentDraft
  readonly theirs: AssignmentDraft
  readonly assignment: AssignmentShape
  readonly sectionTitles: ReadonlyMap<string, string>
  readonly onTake: (change: Partial<AssignmentDraft>) => void
  readonly onKeep: () => void
}) {
  const fields = differingFields(mine, theirs)
  const words = (value: unknown) => wordsOf(value, sectionTitles)
  const by = assignment.changes[0]?.by?.name
  return (
    <section className="conflict" role="alert" aria-label="Changed meanwhile">
      <p className="strong">
        {by ? `${by} changed` : 'Somebody changed'} this assignment meanwhile. What you typed is
        kept.
      </p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Yours</th>
              <th scope="col">Saved</th>
              <th scope="col">
                <span className="vh">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{NAMES[field]}</th>
                <td>{field === 'scheme' ? schemeWords(mine.scheme) : words(mine[field])}</td>
                <td>{field === 'scheme' ? schemeWords(theirs.scheme) : words(theirs[field])}</td>
                <td className="r">
                  <Button size="sm" onClick={() => onTake({ [field]: theirs[field] })}>
                    Use saved
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button variant="primary" onClick={onKeep}>
          Continue with this form
        </Button>
        <Button onClick={() => onTake(theirs)}>Use all that is saved</Button>
      </div>
    </section>
  )
}

function schemeWords(chosen: Scheme): string {
  return PRESETS.find(({ scheme }) => isSameScheme(scheme, chosen))?.name ?? 'As it was set'
}

function wordsOf(value: unknown, titles: ReadonlyMap<string, string>): string {
  if (value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value.map((one) => titles.get(String(one)) ?? String(one)).join(', ')
  if (typeof value === 'object' && value !== null) {
    const prompts = Object.entries(value).filter(([, prompt]) => prompt !== '')
    return prompts.map(([id, prompt]) => `${titles.get(id) ?? ''}: ${prompt}`).join(' · ')
  }
  return String(value).replace('T', ' ')
}
