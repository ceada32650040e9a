import type { Metadata } from 'next'
import { AssignmentList } from '@/components/assignments/assignment-list'
import { Arrival } from '@/components/groups/arrival'
import { GroupHead } from '@/components/groups/group-head'
import { GroupShelf } from '@/components/groups/group-shelf'
import { Invitations } from '@/components/groups/invitations'
import { MembersTable } from '@/components/groups/members-table'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { only } from '@/lib/pages/found'
import { groupOrNotFound, loadGroup } from '@/lib/pages/group'
import { personOf } from '@/lib/policy/actor'
import '../../styles/library.css'
import '../../styles/groups.css'
import '../../styles/assignments.css'

type Props = PageProps<'/groups/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await groupOrNotFound(await currentActor(), (await params).slug)
  return { title: name }
}

export default async function GroupPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { people: after, assignments: assignmentsAfter, welcome } = await searchParams
  const page = await loadGroup(slug, { people: only(after), assignments: only(assignmentsAfter) })
  const { actor, at, group, people, invitations, shelf, assignments } = page
  return (
    <PageFrame
      account={accountOf(actor)}
      current="groups"
      here={`/groups/${slug}`}
      className="group-page"
    >
      <GroupHead group={group} viewerId={personOf(actor)} />
      {welcome === '1' && group.role !== null && <Arrival group={group} />}
      {assignments && (
        <AssignmentList
          slug={group.slug}
          assignments={assignments.items}
          mayCreate={assignments.mayCreate}
          moreHref={hrefAfter('assignments', assignments.nextCursor)}
          now={at}
        />
      )}
      <GroupShelf group={group} shelf={shelf} now={at} />
      {people && (
        <MembersTable
          group={group}
          members={people.items}
          viewerId={personOf(actor)}
          now={at}
          moreHref={hrefAfter('people', people.nextCursor)}
        />
      )}
      {invitations && <Invitations group={group} invitations={invitations} now={at} />}
    </PageFrame>
  )
}

/** Where the next page of a part of this page is; null at the end. */
function hrefAfter(part: 'people' | 'assignments', cursor: string | null): string | null {
  return cursor === null ? null : `?${part}=${encodeURIComponent(cursor)}#${part}`
}
