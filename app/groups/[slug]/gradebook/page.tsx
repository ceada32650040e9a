import type { Metadata } from 'next'
import { GradebookTable } from '@/components/grading/gradebook-table'
import { ReleaseAll } from '@/components/grading/release-all'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'
import { presentGradebook } from '@/lib/grading/present'
import { gradebookFor } from '@/lib/grading/queries/gradebook'
import { decoded, only, orNotFound } from '@/lib/pages/found'
import '../../../styles/groups.css'
import '../../../styles/assignments.css'
import '../../../styles/grading.css'

type Props = PageProps<'/groups/[slug]/gradebook'>

export const metadata: Metadata = { title: 'Gradebook' }

const STUDENTS_SHOWN = 50

/** The grades of a course: students by assignments. */
export default async function GradebookPage({ params, searchParams }: Props) {
  const { slug } = await params
  const actor = await currentActor()
  const cursor = only((await searchParams).after)
  const asked = gradebookFor(actor, decoded(slug), { cursor, limit: STUDENTS_SHOWN })
  const page = await orNotFound(asked)
  const { group } = page
  const book = presentGradebook(page)
  const file = (format: string) => `/api/v1/groups/${group.id}/gradebook?format=${format}`
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/groups/${slug}/gradebook`}>
      <header className="desk-head">
        <p className="meta">
          <a className="textlink" href={`/groups/${slug}`}>
            {group.name}
          </a>
        </p>
        <div className="spread group-title">
          <h1 className="page-title">Gradebook</h1>
          <div className="row">
            <ButtonLink icon="download" href={file('csv')} prefetch={false}>
              CSV
            </ButtonLink>
            <ButtonLink icon="download" href={file('xlsx')} prefetch={false}>
              Excel
            </ButtonLink>
          </div>
        </div>
      </header>
      {book.assignments.length === 0 || book.items.length === 0 ? (
        <EmptyState title="No grades yet">
          Once an assignment is published and students have joined, each of them has a line here.
        </EmptyState>
      ) : (
        <>
          <ul className="gradebook-release">
            {book.assignments.map(({ id, title }) => (
              <li key={id} className="spread">
                <a className="textlink" href={`/assignments/${id}/grading`}>
                  Grade “{title}”
                </a>
                <ReleaseAll assignmentId={id} />
              </li>
            ))}
          </ul>
          <GradebookTable book={book} />
          {book.nextCursor !== null && (
            <ButtonLink href={`?after=${encodeURIComponent(book.nextCursor)}`}>
              More students
            </ButtonLink>
          )}
        </>
      )}
    </PageFrame>
  )
}
