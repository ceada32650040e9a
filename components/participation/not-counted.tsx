import type { ParticipationShape } from '@/lib/participation/contract'

/** Everything that counts less than in full, each with its reason and where it stands. */
export function NotCounted({
  participation: { items },
}: {
  readonly participation: ParticipationShape
}) {
  const less = items.filter(({ factor }) => factor < 1)
  if (items.length === 0) return <p className="meta">Nothing was written yet.</p>
  if (less.length === 0) return <p className="meta">All {items.length} items count in full.</p>
  return (
    <details className="not-counted">
      <summary>
        Not counted in full, {less.length} of {items.length} items
      </summary>
      <ul>
        {less.map(({ id, kind, excerpt, reason }) => (
          <li key={id}>
            <a className="textlink" href={`#w-${id}`}>
              {kind === 'note' ? 'Note' : 'Reply'}
              <span className="vh"> {excerpt}</span>
            </a>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
