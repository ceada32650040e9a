import { CopyLink } from '@/components/groups/copy-link'
import { roleWord } from '@/lib/groups/role'
import type { PlaceShape } from '@/lib/rosters/contract'

const STATES: Readonly<Record<PlaceShape['state'], string>> = {
  waiting: 'Not joined yet',
  joined: 'Joined',
  revoked: 'Taken back',
  expired: 'Link expired',
}

/** Who was invited by a list, and whether they have joined. */
export function PlacesTable({ places }: { readonly places: readonly PlaceShape[] }) {
  return (
    // It scrolls by itself, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="table-scroll" aria-label="Invited people" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="vh">Link</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.id}>
              <td>
                {place.name === '' ? place.email : place.name}
                {place.name !== '' && <span className="meta roster-email">{place.email}</span>}
              </td>
              <td>{roleWord(place.role, 'course')}</td>
              <td className="muted">
                {STATES[place.state]}
                {place.person && place.person.name !== place.name && ` as ${place.person.name}`}
              </td>
              <td className="r">{place.state === 'waiting' && <CopyLink code={place.code} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
