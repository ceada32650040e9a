import Link from 'next/link'
import type { ReactNode } from 'react'
import type { AssignmentShape } from '@/lib/assignments/contract'

/** What an assignment is and where it belongs, with what can be done about it. */
export function AssignmentHead({
  course,
  assignment,
  badge,
  due = null,
  children,
}: {
  readonly course: { readonly name: string; readonly slug: string }
  readonly assignment: Pick<AssignmentShape, 'title' | 'reading'>
  readonly badge?: ReactNode
  /** When it is due, in words. */
  readonly due?: string | null
  /** Buttons. */
  readonly children: ReactNode
}) {
  return (
    <header className="assignment-head">
      <p className="meta">
        <Link href={`/groups/${encodeURIComponent(course.slug)}`}>{course.name}</Link>
      </p>
      <div className="spread group-title">
        <h1 className="page-title">{assignment.title}</h1>
        <div className="row">{children}</div>
      </div>
      <p className="meta row">
        {badge}
        {assignment.reading.title}
        {due !== null && ` · Due ${due}`}
      </p>
    </header>
  )
}
