import { RubricForm } from '@/components/grading/rubric-form'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { currentActor } from '@/lib/auth/session'
import { presentRubric } from '@/lib/grading/present'
import { rubricOf } from '@/lib/grading/queries/rubrics'
import { orNotFound } from '@/lib/pages/found'
import { requireSight } from '@/lib/policy/rules'
import '../../../styles/assignments.css'
import '../../../styles/assignment-form.css'
import '../../../styles/grading.css'

type Props = PageProps<'/assignments/[id]/rubric'>

export const metadata = { title: 'Rubric' }

/** How an assignment is graded. Students see it once they are graded. */
export default async function RubricPage({ params }: Props) {
  const { id } = await params
  const actor = await currentActor()
  const { assignment, rubric } = await orNotFound(load())
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/assignments/${id}/rubric`}>
      <header className="desk-head">
        <p className="meta">
          <a className="textlink" href={`/assignments/${id}`}>
            {assignment.title}
          </a>
        </p>
        <h1 className="page-title">Rubric</h1>
        <p className="meta">
          A change applies to what is graded already, as a draft. Released grades stay as they were
          shown until you release them again.
        </p>
      </header>
      <RubricForm assignmentId={id} rubric={presentRubric(rubric)} />
    </PageFrame>
  )

  async function load() {
    const found = await assignmentFor(actor, id)
    requireSight(actor, 'gradebook.see', found.group)
    return { assignment: found, rubric: await rubricOf(found.id) }
  }
}
