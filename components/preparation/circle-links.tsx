import Link from 'next/link'

/** All circles, or one of them; nothing where there is none. */
export function CircleLinks({
  circles,
  circleId,
  at,
}: {
  readonly circles: readonly { readonly id: string; readonly name: string }[]
  readonly circleId: string | null
  readonly at: (change: Readonly<Record<string, string | null>>) => string
}) {
  if (circles.length === 0) return null
  return (
    <nav className="row circle-links" aria-label="Circle">
      {[{ id: null, name: 'All' }, ...circles].map(({ id, name }) => (
        <Link
          key={id}
          className="chip-link"
          aria-current={id === circleId ? 'true' : undefined}
          href={at({ circle: id, after: null })}
          scroll={false}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
