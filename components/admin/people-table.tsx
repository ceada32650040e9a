import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { absoluteTime, relativeTime } from '@/components/ui/relative-time'
import type { PersonRowShape } from '@/lib/people/contract/people'
import { DisablePerson } from './disable-person'

/** Everybody who has an account, for an administrator. */
export function PeopleTable({
  people,
  viewerId,
  now,
  moreHref,
}: {
  readonly people: readonly PersonRowShape[]
  readonly viewerId: string | null
  readonly now: Date
  readonly moreHref: string | null
}) {
  if (people.length === 0) return <p className="group-hint">Nobody is found by that.</p>
  return (
    <>
      <div className="table-scroll">
        <table className="table members">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className="hide-s">
                E-mail
              </th>
              <th scope="col" className="hide-s">
                Joined
              </th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="vh">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <td>
                  <span className="member-name">
                    <Avatar name={person.name} me={person.id === viewerId} />
                    <span>
                      {person.name}
                      <span className="meta member-address">{person.email}</span>
                    </span>
                  </span>
                </td>
                <td className="muted hide-s">{person.email}</td>
                <td className="muted hide-s">
                  <time
                    dateTime={person.createdAt}
                    title={absoluteTime(new Date(person.createdAt))}
                  >
                    {relativeTime(new Date(person.createdAt), now)}
                  </time>
                </td>
                <td>
                  <PersonState person={person} />
                </td>
                <td className="r">{person.id !== viewerId && <DisablePerson person={person} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {moreHref !== null && (
        <p className="group-more">
          <Link className="textlink" href={moreHref}>
            More people
          </Link>
        </p>
      )}
    </>
  )
}

function PersonState({ person }: { readonly person: PersonRowShape }) {
  if (person.disabledAt !== null) return <span className="badge badge-danger">Disabled</span>
  if (person.isAdmin) return <span className="badge badge-accent">Administrator</span>
  return <span className="muted">Active</span>
}
