import type { Metadata } from 'next'
import { AssignmentChanges } from '@/components/assignments/assignment-changes'
import { AssignmentHead } from '@/components/assignments/assignment-head'
import { DoneButton } from '@/components/assignments/done-button'
import { StudentView } from '@/components/assignments/student-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { standingOf } from '@/lib/assignments/standing'
import { loadAssignment } from '@/lib/pages/assignment'
import { personOf } from '@/lib/policy/actor'
import { OverviewPage } from './overview-page'
import '../../styles/library.css'
import '../../styles/groups.css'
import '../../styles/assignments.css'
import '../../styles/assignment-room.css'
import '../../styles/preparation.css'

type Props = PageProps<'/assignments/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await loadAssignment((await params).id)
  return { title: assignment.title }
}

/** An assignment: to its staff how far everybody is, to a student what is asked and what is missing. */
export default async function AssignmentPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const loaded = await loadAssignment(id)
  const { actor, course, assignment, at } = loaded
  const viewerId = personOf(actor)
  const { words, look } = standingOf(assignment, at)
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/assignments/${id}`}>
      {assignment.can.lead ? (
        <OverviewPage loaded={loaded} query={query} />
      ) : (
        <>
          <AssignmentHead
            course={course}
            assignment={assignment}
            badge={<span className={look}>{words}</span>}
          >
            {viewerId !== null && (
              <ButtonLink href={`/assignments/${id}/participation/${viewerId}`}>
                Your participation
              </ButtonLink>
            )}
            {assignment.can.work && <DoneButton assignment={assignment} />}
            <ButtonLink
              icon="book"
              variant="primary"
              href={`/readings/${assignment.reading.slug}?assignment=${id}`}
            >
              Open the reading
            </ButtonLink>
          </AssignmentHead>
          <StudentView assignment={assignment} />
          <AssignmentChanges assignment={assignment} />
        </>
      )}
    </PageFrame>
  )
}
