import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { newDraft } from '@/components/assignments/assignment-draft'
import { AssignmentForm } from '@/components/assignments/assignment-form'
import { ReadingChoice } from '@/components/assignments/reading-choice'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { only } from '@/lib/pages/found'
import { loadNewAssignment } from '@/lib/pages/new-assignment'
import '../../../../styles/groups.css'
import '../../../../styles/assignments.css'
import '../../../../styles/assignment-room.css'
import '../../../../styles/assignment-form.css'

export const metadata: Metadata = { title: 'New assignment' }

/** Where staff of a course set an assignment up: first the reading, then the rest. */
export default async function NewAssignmentPage({
  params,
  searchParams,
}: PageProps<'/groups/[slug]/assignments/new'>) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const { actor, course, readings, reading } = await loadNewAssignment(slug, {
    reading: only(query.reading),
    after: only(query.after),
  })
  const here = `/groups/${slug}/assignments/new`
  if (actor.kind === 'anonymous') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={here}>
      <header className="assignment-head">
        <p className="meta">{course.name}</p>
        <h1 className="page-title">New assignment</h1>
        {reading && (
          <p className="meta">
            {reading.title} · times of {course.timeZone}
          </p>
        )}
      </header>
      {reading ? (
        <AssignmentForm
          start={{
            groupId: course.id,
            readingId: reading.id,
            timeZone: course.timeZone,
            assignment: null,
            draft: newDraft(reading.sections.map(({ id }) => id)),
          }}
          sections={reading.sections}
          cancelHref={`/groups/${slug}`}
        />
      ) : (
        <ReadingChoice slug={slug} readings={readings} />
      )}
    </PageFrame>
  )
}
