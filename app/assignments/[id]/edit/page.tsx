import type { Metadata } from 'next'
import { draftOf } from '@/components/assignments/assignment-draft'
import { AssignmentForm } from '@/components/assignments/assignment-form'
import { AssignmentHead } from '@/components/assignments/assignment-head'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { loadAssignment } from '@/lib/pages/assignment'
import { orNotFound } from '@/lib/pages/found'
import { readingFor, sectionsOfRevision } from '@/lib/readings/queries/readings'
import '../../../styles/groups.css'
import '../../../styles/assignments.css'
import '../../../styles/assignment-room.css'
import '../../../styles/assignment-form.css'

export const metadata: Metadata = { title: 'Edit assignment' }

/** Where staff change an assignment. */
export default async function EditAssignmentPage({ params }: PageProps<'/assignments/[id]/edit'>) {
  const { id } = await params
  const { actor, course, assignment } = await loadAssignment(id)
  const frame = { account: accountOf(actor), here: `/assignments/${id}/edit` }
  if (!assignment.can.lead) {
    return (
      <PageFrame {...frame} current="groups">
        <EmptyState
          level={1}
          title="Only staff of the course change assignments"
          actions={<ButtonLink href={`/assignments/${id}`}>Back to the assignment</ButtonLink>}
        >
          You can read what is asked and work on it.
        </EmptyState>
      </PageFrame>
    )
  }
  const reading = await orNotFound(readingFor(actor, assignment.reading.id))
  const inText = await sectionsOfRevision(reading.currentRevision?.id ?? reading.id)
  const gone = assignment.sections.filter(
    (section) => !inText.some(({ sectionId }) => sectionId === section.id),
  )
  const sections = [
    ...inText.map(({ sectionId, title, level }) => ({ id: sectionId, title, level })),
    ...gone.map(({ id: sectionId, title }) => ({ id: sectionId, title, level: 2 })),
  ]
  return (
    <PageFrame {...frame} current="groups">
      <AssignmentHead course={course} assignment={assignment}>
        {null}
      </AssignmentHead>
      <AssignmentForm
        key={assignment.version}
        start={{
          groupId: assignment.groupId,
          readingId: assignment.reading.id,
          timeZone: assignment.timeZone,
          assignment,
          draft: draftOf(assignment),
        }}
        sections={sections}
        cancelHref={`/assignments/${id}`}
      />
    </PageFrame>
  )
}
