import type { Metadata } from 'next'
import Link from 'next/link'
import { AddedLists } from '@/components/rosters/added-lists'
import { PlacesTable } from '@/components/rosters/places-table'
import { RosterForm } from '@/components/rosters/roster-form'
import { SaveLinks } from '@/components/rosters/save-links'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { only } from '@/lib/pages/found'
import { loadRoster } from '@/lib/pages/roster'
import '../../../styles/groups.css'
import '../../../styles/rosters.css'

export const metadata: Metadata = { title: 'Add people from a list' }

/** Where staff of a course invite people by a list. */
export default async function RosterPage({
  params,
  searchParams,
}: PageProps<'/groups/[slug]/roster'>) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const { actor, course, at, rosters, places, nextCursor } = await loadRoster(
    slug,
    only(query.after),
  )
  return (
    <PageFrame account={accountOf(actor)} current="groups" here={`/groups/${slug}/roster`}>
      <header className="group-head">
        <p className="meta">
          <Link href={`/groups/${slug}`}>{course.name}</Link>
        </p>
        <h1 className="page-title">Add people from a list</h1>
        <p className="group-hint">
          Paste a list or choose a file, look at what it does, then add it. A list never removes
          anybody, and you can take it back.
        </p>
      </header>
      <RosterForm groupId={course.id} />
      {rosters.length > 0 && (
        <section className="group-part" aria-labelledby="lists">
          <h2 className="section-title" id="lists">
            Added lists
          </h2>
          <AddedLists groupId={course.id} rosters={rosters} now={at} />
        </section>
      )}
      {places.length > 0 && (
        <section className="group-part" aria-labelledby="invited">
          <div className="spread">
            <h2 className="section-title" id="invited">
              Invited people
            </h2>
            <SaveLinks groupId={course.id} slug={course.slug} />
          </div>
          <PlacesTable places={places} />
          {nextCursor !== null && (
            <ButtonLink href={`?after=${encodeURIComponent(nextCursor)}#invited`}>
              More people
            </ButtonLink>
          )}
        </section>
      )}
    </PageFrame>
  )
}
