import type { Metadata } from 'next'
import { DeskList } from '@/components/grading/desk-list'
import { GradePanel } from '@/components/grading/grade-panel'
import { WorkView } from '@/components/participation/work-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { deskFor } from '@/lib/grading/queries/desk-page'
import { orNotFound } from '@/lib/pages/found'
import { recordView } from '@/lib/participation/commands/record-view'
import '../../../../styles/assignments.css'
import '../../../../styles/cards.css'
import '../../../../styles/grading.css'
import '../../../../styles/participation.css'

type Props = PageProps<'/assignments/[id]/grading/[personId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, personId } = await params
  const { sheet } = await orNotFound(deskFor(await currentActor(), id, personId))
  return { title: `Grading ${sheet.person.name}` }
}

/** A student's work in its text, and beside it what it is graded by. */
export default async function GradeStudentPage({ params }: Props) {
  const { id, personId } = await params
  const actor = await currentActor()
  const desk = await orNotFound(deskFor(actor, id, personId))
  await recordView(actor, { assignmentId: id, personId })
  const { assignment, sheet, grade, students } = desk
  const at = students.findIndex((student) => student.id === personId)
  const hrefOf = (student = students[-1]) =>
    student ? `/assignments/${id}/grading/${student.id}` : null
  return (
    <PageFrame
      account={accountOf(actor)}
      current="groups"
      here={`/assignments/${id}/grading/${personId}`}
      className="desk"
    >
      <DeskList assignmentId={id} personId={personId} students={students} counts={desk.counts} />
      <div className="desk-work">
        <header className="desk-head">
          <p className="meta">
            <a className="textlink" href={`/assignments/${id}`}>
              {assignment.title}
            </a>
          </p>
          <h1 className="page-title">{sheet.person.name}</h1>
        </header>
        <WorkView
          work={desk.work}
          participation={sheet}
          timeZone={assignment.group.timeZone}
          roomHref={`/readings/${assignment.reading.slug}?assignment=${id}`}
        />
      </div>
      <GradePanel
        key={`${personId} ${grade.version} ${grade.released?.at}`}
        grade={grade}
        rubric={desk.rubric}
        participation={sheet}
        bank={desk.bank}
        messages={desk.messages}
        timeZone={assignment.group.timeZone}
        nextHref={hrefOf(students[at + 1])}
        previousHref={hrefOf(students[at - 1])}
        rubricHref={`/assignments/${id}/rubric`}
      />
    </PageFrame>
  )
}
