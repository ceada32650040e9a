import Link from 'next/link'

const TABS = [
  { path: '', words: 'Overview' },
  { path: '/edit', words: 'Set-up' },
  { path: '/preview', words: 'As a student' },
  { path: '/sheet', words: 'Preparation sheet' },
  { path: '/grading', words: 'Grading' },
] as const

/** The pages that staff have of an assignment. */
export function AssignmentTabs({
  id,
  current,
}: {
  readonly id: string
  readonly current: (typeof TABS)[number]['path']
}) {
  return (
    <nav className="assignment-tabs" aria-label="Assignment">
      {TABS.map(({ path, words }) => (
        <Link
          key={path}
          href={`/assignments/${id}${path}`}
          aria-current={path === current ? 'page' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  )
}
