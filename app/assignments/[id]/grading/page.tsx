import { redirect } from 'next/navigation'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { currentActor } from '@/lib/auth/session'
import { firstToGrade } from '@/lib/grading/queries/desk'
import { orNotFound } from '@/lib/pages/found'
import { requireSight } from '@/lib/policy/rules'

type Props = PageProps<'/assignments/[id]/grading'>

export const metadata = { title: 'Grading' }

/** Leads to the first student who is not graded yet. */
export default async function GradingPage({ params }: Props) {
  const { id } = await params
  const actor = await currentActor()
  const first = await orNotFound(firstOf(id))
  if (first !== null) redirect(`/assignments/${id}/grading/${first}`)
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/assignments/${id}/grading`}>
      <EmptyState title="No students yet" level={1}>
        Whoever joins the course as a student is graded here.
      </EmptyState>
    </PageFrame>
  )

  async function firstOf(assignmentId: string) {
    const assignment = await assignmentFor(actor, assignmentId)
    requireSight(actor, 'gradebook.see', assignment.group)
    return firstToGrade(assignment)
  }
}
