import type { Metadata } from 'next'
import { ReleasedGrade } from '@/components/grading/released-grade'
import { NotCounted } from '@/components/participation/not-counted'
import { ParticipationTable } from '@/components/participation/participation-table'
import { WorkView } from '@/components/participation/work-view'
import { WorkViews } from '@/components/participation/work-views'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { outcomeFor } from '@/lib/grading/queries/desk-page'
import { orNotFound } from '@/lib/pages/found'
import { recordView } from '@/lib/participation/commands/record-view'
import '../../../../styles/assignments.css'
import '../../../../styles/cards.css'
import '../../../../styles/grading.css'
import '../../../../styles/participation.css'

type Props = PageProps<'/assignments/[id]/participation/[personId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, personId } = await params
  const { sheet, isOwn } = await orNotFound(outcomeFor(await currentActor(), id, personId))
  return { title: isOwn ? 'Your participation' : `Participation of ${sheet.person.name}` }
}

/** What somebody did for an assignment and how it counts: the same page for the student and for staff. */
export default async function ParticipationPage({ params }: Props) {
  const { id, personId } = await params
  const actor = await currentActor()
  const { assignment, sheet, work, outcome, isOwn, views } = await orNotFound(
    outcomeFor(actor, id, personId),
  )
  await recordView(actor, { assignmentId: id, personId })
  const { timeZone } = assignment.group
  return (
    <PageFrame
      account={accountOf(actor)}
      current="groups"
      here={`/assignments/${id}/participation/${personId}`}
      className="outcome"
    >
      <header className="desk-head">
        <p className="meta">
          <a className="textlink" href={`/assignments/${id}`}>
            {assignment.title}
          </a>
        </p>
        <h1 className="page-title">{isOwn ? 'Your participation' : sheet.person.name}</h1>
        <p className="meta">
          It measures what was done, not how good it is. Every item says whether it counts and why
          not.
        </p>
      </header>
      {outcome && <ReleasedGrade {...outcome} timeZone={timeZone} isOwn={isOwn} />}
      <ParticipationTable participation={sheet} />
      <NotCounted participation={sheet} />
      <WorkView
        work={work}
        participation={sheet}
        timeZone={timeZone}
        roomHref={`/readings/${assignment.reading.slug}?assignment=${id}`}
      />
      <WorkViews views={views} />
    </PageFrame>
  )
}
