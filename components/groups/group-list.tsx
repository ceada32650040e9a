import Link from 'next/link'
import type { GroupShape } from '@/lib/groups/contract'
import { kindWord, roleWord } from '@/lib/groups/role'

/** Groups with what they are and how many read there. */
export function GroupList({
  title,
  groups,
  empty,
}: {
  readonly title: string
  readonly groups: readonly GroupShape[]
  /** What is said when there is none. */
  readonly empty?: string
}) {
  return (
    <section className="group-part">
      <h2 className="section-title">{title}</h2>
      {groups.length === 0 && <p className="group-hint">{empty}</p>}
      {groups.length > 0 && (
        <ul className="group-list">
          {groups.map((group) => (
            <li key={group.id}>
              <Link className="r-link" href={`/groups/${encodeURIComponent(group.slug)}`}>
                <h3>{group.name}</h3>
              </Link>
              <p className="meta">{factsOf(group).join(' · ')}</p>
              {group.description !== '' && <p className="group-list-about">{group.description}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function factsOf({ kind, people, readings, role }: GroupShape): readonly string[] {
  const facts = [
    kindWord(kind),
    people === 1 ? '1 person' : `${people} people`,
    readings === 1 ? '1 reading' : `${readings} readings`,
  ]
  return role === null ? facts : [...facts, `you: ${roleWord(role, kind).toLowerCase()}`]
}
