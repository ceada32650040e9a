import { Avatar } from '@/components/ui/avatar'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { PersonShape } from '@/lib/api/shapes'
import { type DraftCircle, keyByPerson } from './arranging'

type Columns = {
  readonly circles: readonly DraftCircle[]
  readonly students: readonly PersonShape[]
  readonly onMove: (personId: string, key: string) => void
  readonly onRename: (key: string, name: string) => void
  readonly onEnd: (key: string) => void
}

/** Who is in which circle, and who in none; everybody can be moved. */
export function CircleColumns({ circles, students, onMove, onRename, onEnd }: Columns) {
  const placed = keyByPerson(circles)
  const named = new Map(students.map((student) => [student.id, student]))
  const loose = students.filter(({ id }) => !placed.has(id))
  const move = { circles, onMove }
  return (
    <div className="circle-columns">
      {circles.map(({ key, name, members }) => (
        <section key={key} className="circle-column" aria-label={name}>
          <header className="row">
            <input
              className="input"
              aria-label={`Name of ${name}`}
              value={name}
              maxLength={80}
              onChange={(event) => onRename(key, event.currentTarget.value)}
            />
            <span className="meta num">{members.length}</span>
            <IconButton icon="trash" label={`End ${name}`} size="sm" onClick={() => onEnd(key)} />
          </header>
          <ul>
            {members.map((id) => {
              const person = named.get(id)
              return person && <Member key={id} person={person} at={key} {...move} />
            })}
          </ul>
          {members.length === 0 && <p className="meta">Nobody is in it yet.</p>}
        </section>
      ))}
      {loose.length > 0 && (
        <section className="circle-column" aria-label="In no circle">
          <header className="row">
            <h2 className="label">In no circle</h2>
            <span className="meta num">{loose.length}</span>
          </header>
          <ul>
            {loose.map((person) => (
              <Member key={person.id} person={person} at="" {...move} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Member({
  person,
  at,
  circles,
  onMove,
}: Pick<Columns, 'circles' | 'onMove'> & {
  readonly person: PersonShape
  /** The key of their circle; empty for none. */
  readonly at: string
}) {
  return (
    <li>
      <Avatar name={person.name} />
      <span className="truncate">{person.name}</span>
      <Select
        className="select-sm"
        aria-label={`Circle of ${person.name}`}
        value={at}
        options={[
          { value: '', label: 'None' },
          ...circles.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(event) => onMove(person.id, event.currentTarget.value)}
      />
    </li>
  )
}
