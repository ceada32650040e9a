const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

type View = { readonly day: Date; readonly viewer: { readonly id: string; readonly name: string } }

/** Who looked at somebody's work, for that person to read. */
export function WorkViews({ views }: { readonly views: readonly View[] }) {
  return (
    <section aria-labelledby="views-title">
      <h2 className="section-title" id="views-title">
        Who looked at this work
      </h2>
      <p className="meta">
        Those who lead the course, by day. Reading time and scrolling are never recorded.
      </p>
      {views.length === 0 ? (
        <p>Nobody yet.</p>
      ) : (
        <ul className="work-views">
          {views.map(({ day, viewer }) => (
            <li key={`${viewer.id} ${day.toISOString()}`}>
              {viewer.name} <span className="meta">{DAY.format(day)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
