import type { Metadata } from 'next'
import Link from 'next/link'
import { CirclesEditor } from '@/components/circles/circles-editor'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { loadCircles } from '@/lib/pages/circles'
import { only } from '@/lib/pages/found'
import '../../../styles/groups.css'
import '../../../styles/circles.css'

export const metadata: Metadata = { title: 'Circles' }

/** Where staff of a course say who is in which circle. */
export default async function CirclesPage({
  params,
  searchParams,
}: PageProps<'/groups/[slug]/circles'>) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const { actor, course, assignment, students, circles } = await loadCircles(
    slug,
    only(query.assignment),
  )
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/groups/${slug}/circles`}>
      <header className="group-head">
        <p className="meta">
          <Link href={`/groups/${slug}`}>{course.name}</Link>
          {assignment && (
            <>
              {' · '}
              <Link href={`/assignments/${assignment.id}`}>{assignment.title}</Link>
            </>
          )}
        </p>
        <h1 className="page-title">Circles</h1>
        <p className="group-hint">
          {assignment
            ? 'Circles for this assignment alone. Who is in none of them stays in their circle of the course.'
            : 'Small groups of the course. In the circle step of an assignment, students see the notes of their own circle; staff see all.'}
        </p>
      </header>
      {students.length === 0 ? (
        <EmptyState
          title="Nobody is a student here yet"
          actions={
            <ButtonLink variant="primary" href={`/groups/${slug}#invite`}>
              Invite students
            </ButtonLink>
          }
        >
          Circles are drawn among the students of the course.
        </EmptyState>
      ) : (
        <CirclesEditor
          groupId={course.id}
          assignmentId={assignment?.id ?? null}
          students={students}
          start={circles}
        />
      )}
    </PageFrame>
  )
}
