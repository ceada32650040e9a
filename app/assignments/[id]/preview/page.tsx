import type { Metadata } from 'next'
import { AssignmentChanges } from '@/components/assignments/assignment-changes'
import { AssignmentHead } from '@/components/assignments/assignment-head'
import { AssignmentTabs } from '@/components/assignments/assignment-tabs'
import { asNewStudent } from '@/components/assignments/previewed'
import { StandingButtons } from '@/components/assignments/standing-buttons'
import { StudentView } from '@/components/assignments/student-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { loadLed } from '@/lib/pages/assignment'
import '../../../styles/groups.css'
import '../../../styles/assignments.css'
import '../../../styles/assignment-room.css'
import '../../../styles/preparation.css'

export const metadata: Metadata = { title: 'As a student sees it' }

/** An assignment as a student who has written nothing yet sees it; for its staff. */
export default async function PreviewPage({ params }: PageProps<'/assignments/[id]/preview'>) {
  const { id } = await params
  const { actor, course, assignment, at } = await loadLed(id)
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/assignments/${id}/preview`}>
      <AssignmentHead course={course} assignment={assignment}>
        <StandingButtons assignment={assignment} now={at.toISOString()} />
      </AssignmentHead>
      <AssignmentTabs id={id} current="/preview" />
      <p className="preview-says meta">
        As a student sees it who has written nothing yet. You see everybody’s notes.
      </p>
      <StudentView assignment={asNewStudent(assignment)} />
      <AssignmentChanges assignment={assignment} />
    </PageFrame>
  )
}
