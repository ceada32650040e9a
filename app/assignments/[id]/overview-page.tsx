import { AssignmentHead } from '@/components/assignments/assignment-head'
import { AssignmentTabs } from '@/components/assignments/assignment-tabs'
import { Extensions } from '@/components/assignments/extensions'
import { StageLine } from '@/components/assignments/stage-line'
import { StandingButtons } from '@/components/assignments/standing-buttons'
import { BegunChart } from '@/components/preparation/begun-chart'
import { CircleLinks } from '@/components/preparation/circle-links'
import { HeatMap } from '@/components/preparation/heat-map'
import { OpenQuestions } from '@/components/preparation/open-questions'
import { PlainNumbers } from '@/components/preparation/plain-numbers'
import { StudentsTable } from '@/components/preparation/students-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { stagesOf } from '@/lib/assignments/stages'
import { standingOf } from '@/lib/assignments/standing'
import type { loadAssignment } from '@/lib/pages/assignment'
import { loadOverview } from '@/lib/pages/preparation'
import { momentWords, wallTimeOf } from '@/lib/time-zone'

type Loaded = Awaited<ReturnType<typeof loadAssignment>>

/** An assignment for its staff: how far everybody is, where they wrote, what they ask. */
export async function OverviewPage({
  loaded: { actor, row, course, assignment, at },
  query,
}: {
  readonly loaded: Loaded
  readonly query: Parameters<typeof loadOverview>[2]
}) {
  const { id, reading, dueAt, timeZone } = assignment
  const overview = await loadOverview(actor, row, query)
  const { tallies, heat, students } = overview
  const href = `/readings/${reading.slug}?assignment=${id}`
  const { words, look } = standingOf(assignment, at)
  const next = students.nextCursor
  return (
    <>
      <AssignmentHead
        course={course}
        assignment={assignment}
        badge={<span className={look}>{words}</span>}
        due={dueAt === null ? null : momentWords(new Date(dueAt), timeZone)}
      >
        <ButtonLink icon="book" href={href}>
          Open the reading
        </ButtonLink>
        <ButtonLink
          icon="people"
          href={`/groups/${encodeURIComponent(course.slug)}/circles?assignment=${id}`}
        >
          Circles
        </ButtonLink>
        <StandingButtons assignment={assignment} now={at.toISOString()} />
      </AssignmentHead>
      <AssignmentTabs id={id} current="" />
      <StageLine stages={stagesOf(byTheClock(assignment, at))} across />
      <PlainNumbers tallies={tallies} />
      {tallies.notes === 0 ? (
        <EmptyState title="Nothing is written yet">
          This page will show where students write, what they ask, and who has not begun. Every item
          leads to its place in the text.
        </EmptyState>
      ) : (
        <div className="overview-columns">
          <section className="overview-part" aria-labelledby="heat">
            <div className="spread">
              <h2 className="section-title" id="heat">
                Where they wrote
              </h2>
              <CircleLinks
                circles={overview.circles}
                circleId={overview.circleId}
                at={overview.at}
              />
            </div>
            <HeatMap
              heat={heat}
              dueDay={dueAt === null ? null : wallTimeOf(new Date(dueAt), timeZone).slice(0, 10)}
              href={href}
            />
          </section>
          <section className="overview-part" aria-labelledby="questions">
            <h2 className="section-title" id="questions">
              Open questions
            </h2>
            <OpenQuestions questions={overview.questions} href={href} />
            <h2 className="section-title begun-title">Have begun</h2>
            <BegunChart begun={overview.begun} students={tallies.students} />
          </section>
        </div>
      )}
      <StudentsTable
        students={students.items}
        sections={assignment.sections}
        {...{ filter: overview.filter, order: overview.order, at: overview.at, timeZone, href }}
        moreHref={next === null ? null : overview.at({ after: next })}
      />
      {dueAt !== null && (
        <Extensions
          key={overview.extensions.map((one) => one.dueAt + one.receiver.id).join()}
          id={id}
          extensions={overview.extensions}
          students={students.items.map((student) => ({ id: student.id, name: student.name }))}
          circles={overview.circles}
          timeZone={timeZone}
        />
      )}
    </>
  )
}

/** Staff see everything at any time; the line says how far the schedule has come. */
function byTheClock(assignment: Loaded['assignment'], at: Date): Loaded['assignment'] {
  const isPast = (from: string | null) => from !== null && new Date(from) <= at
  const hasCircle = assignment.steps.some(({ kind }) => kind === 'circle')
  const isClass = assignment.steps.some((step) => step.kind === 'class' && isPast(step.from))
  return { ...assignment, audience: hasCircle && !isClass ? 'circle' : 'class' }
}
