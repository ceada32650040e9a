import type { Metadata } from 'next'
import { AssignmentChanges } from '@/components/assignments/assignment-changes'
import { AssignmentHead } from '@/components/assignments/assignment-head'
import { standingOf } from '@/components/assignments/assignment-list'
import { DoneButton } from '@/components/assignments/done-button'
import { asNewStudent } from '@/components/assignments/previewed'
import { StandingButtons } from '@/components/assignments/standing-buttons'
import { StudentView } from '@/components/assignments/student-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { loadAssignment } from './load-assignment'
import '../../styles/library.css'
import '../../styles/groups.css'
import '../../styles/assignments.css'
import '../../styles/assignment-room.css'

type Props = PageProps<'/assignments/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await loadAssignment((await params).id)
  return { title: assignment.title }
}

/** An assignment: what is asked, when, and what is missing. */
export default async function AssignmentPage({ params }: Props) {
  const { id } = await params
  const { actor, course, assignment, at } = await loadAssignment(id)
  const { words, look } = standingOf(assignment, at)
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/assignments/${id}`}>
      <AssignmentHead
        course={course}
        assignment={assignment}
        badge={<span className={look}>{words}</span>}
      >
        {assignment.can.lead && (
          <>
            <ButtonLink icon="edit" href={`/assignments/${id}/edit`}>
              Edit
            </ButtonLink>
            <ButtonLink
              icon="people"
              href={`/groups/${encodeURIComponent(course.slug)}/circles?assignment=${id}`}
            >
              Circles
            </ButtonLink>
            <StandingButtons assignment={assignment} now={at.toISOString()} />
          </>
        )}
        {assignment.can.work && !assignment.can.lead && <DoneButton assignment={assignment} />}
        <ButtonLink
          icon="book"
          look={assignment.can.lead ? undefined : 'primary'}
          href={`/readings/${assignment.reading.slug}?assignment=${id}`}
        >
          Open the reading
        </ButtonLink>
      </AssignmentHead>
      {assignment.can.lead && (
        <p className="preview-says meta">
          As a student sees it who has written nothing yet. You see everybody’s notes.
        </p>
      )}
      <StudentView assignment={assignment.can.lead ? asNewStudent(assignment) : assignment} />
      <AssignmentChanges assignment={assignment} />
    </PageFrame>
  )
}
