import { Button } from '@/components/ui/button'
import { roleWord } from '@/lib/groups/role'
import type { RosterPreviewShape } from '@/lib/rosters/contract'

type Item = RosterPreviewShape['items'][number]

/** What a list would do: who is new, who changes, who stays; or what is wrong with it. */
export function RosterPreview({
  preview: { items, faults },
  pending,
  onAdd,
}: {
  readonly preview: RosterPreviewShape
  readonly pending: boolean
  readonly onAdd: (expected: { readonly added: number; readonly changed: number }) => void
}) {
  const added = items.filter(({ does }) => does === 'adds').length
  const changed = items.filter(({ does }) => does === 'changes').length
  if (faults.length > 0) return <Faults faults={faults} />
  return (
    <section className="roster-preview" aria-label="Preview">
      <div className="roster-sum">
        <p role="status">
          <span className="strong">
            {added} new, {changed} changed, {items.length - added - changed} unchanged.
          </span>{' '}
          Nobody is removed. Everybody who is new gets a link of their own and joins when they open
          it.
        </p>
        <Button
          variant="primary"
          disabled={pending || added + changed === 0}
          onClick={() => onAdd({ added, changed })}
        >
          {changed === 0 ? `Invite ${people(added)}` : 'Invite and change'}
        </Button>
      </div>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Role</th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.line}>
                <td>
                  {item.name === '' ? item.email : item.name}
                  {item.name !== '' && <span className="meta roster-email">{item.email}</span>}
                </td>
                <td>{roleWord(item.role, 'course')}</td>
                <td>{doesWords(item)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const TOLD = 20

function Faults({ faults }: Pick<RosterPreviewShape, 'faults'>) {
  const more = faults.length - TOLD
  return (
    <section className="roster-preview" aria-label="Preview">
      <div className="roster-faults" role="alert">
        <p className="strong">
          {faults.length === 1 ? '1 line needs' : `${faults.length} lines need`} correction. Nothing
          was done.
        </p>
        <ul>
          {faults.slice(0, TOLD).map(({ line, fault }) => (
            <li key={`${line} ${fault}`}>
              Line {line}: {fault}
            </li>
          ))}
          {more > 0 && <li>And {more} more.</li>}
        </ul>
      </div>
    </section>
  )
}

function doesWords({ does, role, roleBefore }: Item): string {
  if (does === 'adds') return 'New'
  if (does === 'nothing') return 'Unchanged'
  return roleBefore === null || roleBefore === role
    ? 'Gets this name'
    : `Changes from ${roleWord(roleBefore, 'course').toLowerCase()}`
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}
